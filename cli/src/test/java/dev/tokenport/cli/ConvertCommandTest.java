package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport convert}. */
final class ConvertCommandTest {

    private static final String AUTH = "<CustomTask id='auth' type='cmem_plugin_auth-workflow-auth-OAuth2'>"
            + "<Template name='oauth_token_url'>{{project.idp}}/token</Template>"
            + "<Param name='oauth_client_id'>me</Param>"
            + "<Param name='oauth_client_secret'>PASSWORD_PARAMETER:fEvl+KKMGOJIvkULQsp2GA==</Param></CustomTask>";

    @TempDir
    Path folder;

    private final CommandLineProcess process = new CommandLineProcess();
    private final ProjectZip project = ProjectZip.copying();
    private Path zip = Path.of("");

    @BeforeEach
    void write() throws IOException {
        zip = project.write(folder.resolve("orders.zip"));
    }

    @Test
    void convert_ofAProject_writesAWorkflowThatRunsTheSame() throws Exception {
        Path converted = folder.resolve("orders.converted");

        ExitCode code = process.run("convert", zip.toString());

        assertThat(process.err()).isEqualTo("resources are in " + converted + ", 2 files unpacked\n");
        assertThat(process.out()).isEqualTo(converted.resolve("copy.yaml") + ": 2 tasks\n");
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(converted.resolve("copy.yaml")).hasContent("# Converted from workflow 'copy' of " + zip + """

                        workflow: copy
                        tasks:
                          in:
                            label: "The in"
                            operator: json-dataset
                            parameters:
                              file: in.json
                          out:
                            label: "The out"
                            operator: csv-dataset
                            inputs: in
                            parameters:
                              file: "sub/out.csv"
                        """);
        assertThat(new CommandLineProcess()
                        .run("run", converted.resolve("copy.yaml").toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(converted.resolve("sub/out.csv")).content().startsWith("a");
    }

    @Test
    void convert_withPasswordsAndVariables_writesReferencesAndNoSecret() throws Exception {
        project.with("custom/auth.xml", AUTH)
                .with("workflow/copy.xml", "<Workflow id='copy'><Operator task='auth'/></Workflow>")
                .write(zip);

        ExitCode code = process.with("TOKENPORT_CMEM_PASSWORD_KEY", "8RNYItRSDHrT8WyV")
                .run(
                        "convert",
                        zip.toString(),
                        "--variable",
                        "idp=https://idp.example.org",
                        "--output",
                        yaml().toString());

        assertThat(process.err()).startsWith("resources are in " + folder);
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(yaml())
                .content()
                .contains(
                        "    # CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET: the password 'oauth_client_secret' of task 'auth'\n",
                        "oauth_token_url: \"https://idp.example.org/token\"\n",
                        "oauth_client_secret: \"${env:CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET}\"\n")
                .doesNotContain("secret\"", "PASSWORD_PARAMETER");
        assertThat(process.out())
                .isEqualTo(yaml() + ": 1 task\n  set CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET to run it: the password"
                        + " 'oauth_client_secret' of task 'auth'\n");
        assertThat(new CommandLineProcess().run("validate", yaml().toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void convert_ofSeveralWorkflows_writesAFileEach() throws Exception {
        project.with("workflow/a b.xml", "<Workflow><Dataset task='in'/></Workflow>")
                .write(zip);

        process.run("convert", zip.toString(), "--output", folder.resolve("all").toString());

        assertThat(files()).contains("all/a_b.yaml", "all/copy.yaml", "all/in.json");
    }

    @Test
    void convert_whereTheFileIsThere_isRefusedAndWritesNothing() throws Exception {
        Files.writeString(yaml(), "mine");

        ExitCode code = process.run("convert", zip.toString(), "--output", yaml().toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo(yaml() + ": there is a file of that name; name another place with --output\n");
        assertThat(yaml()).hasContent("mine");
        assertThat(files()).containsExactly("orders.zip", "w.yaml");
    }

    @Test
    void convert_whereAResourceHasTheName_isRefused() throws Exception {
        project.with("resources/w.yaml", "x").write(zip);

        process.run("convert", zip.toString(), "--output", yaml().toString());

        assertThat(process.err())
                .isEqualTo(yaml() + ": a resource of the project has that name; name another with --output\n");
    }

    @Test
    void convert_ofWhatCannotRun_isRefusedAsByValidate() throws Exception {
        project.with("dataset/in.xml", ProjectZip.dataset("in", "xlsx", "in.xlsx"))
                .write(zip);

        ExitCode code = process.run("convert", zip.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).endsWith(": workflow 'copy': 1 of 2 tasks can run; not 'in'\n");
        assertThat(files()).containsExactly("orders.zip");
    }

    private Path yaml() {
        return folder.resolve("w.yaml");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
