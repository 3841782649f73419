package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecCommandTest {

    private static final Set<String> CREDENTIALS = Set.of(
            "OAUTH_CLIENT_SECRET",
            "OAUTH_CLIENT_SECRET_PROCESS",
            "OAUTH_NEXT_CLIENT_SECRET",
            "OAUTH_NEXT_CLIENT_SECRET_PROCESS",
            "OAUTH_PASSWORD",
            "OAUTH_PASSWORD_PROCESS",
            "OAUTH_REFRESH_TOKEN",
            "OAUTH_REFRESH_TOKEN_PROCESS",
            "OAUTH_ASSERTION",
            "OAUTH_ASSERTION_PROCESS",
            "OAUTH_SUBJECT_TOKEN",
            "OAUTH_SUBJECT_TOKEN_PROCESS",
            "OAUTH_ACTOR_TOKEN",
            "OAUTH_ACTOR_TOKEN_PROCESS",
            "OAUTH_KEY_PASSWORD",
            "OAUTH_KEY_PASSWORD_PROCESS",
            "OAUTH_PROXY_PASSWORD",
            "OAUTH_PROXY_PASSWORD_PROCESS",
            "OAUTH_ACCESS_TOKEN_PROCESS",
            "OAUTH_DPOP_KEY",
            "OAUTH_DPOP_KEY_PROCESS");

    @TempDir
    Path folder;

    private final CommandLineProcess process = new CommandLineProcess();

    @BeforeEach
    void prepare() throws IOException {
        Files.createFile(folder.resolve("program"));
        assertThat(folder.resolve("program").toFile().setExecutable(true)).isTrue();
        process.with("PATH", folder.toString())
                .with("OAUTH_GRANT_TYPE", "prefetched_token")
                .with("OAUTH_ACCESS_TOKEN", "t0ken");
    }

    @Test
    void program_withArguments_getsTokenAndEndsAsItDoes() {
        ExitCode code = process.ending(42).run("exec", "--", "program", "-x", "--verbose", "--", "a b");

        assertThat(code).isEqualTo(new ExitCode(42));
        assertThat(process.programs())
                .containsExactly(new Programs.Order(
                        List.of("program", "-x", "--verbose", "--", "a b"),
                        Map.of("OAUTH_ACCESS_TOKEN", "t0ken"),
                        CREDENTIALS));
        assertThat(process.out() + process.err()).isEmpty();
    }

    @Test
    void program_withoutDelimiter_keepsItsOptions() {
        process.run("exec", "program", "--help");

        assertThat(process.programs())
                .extracting(Programs.Order::command)
                .containsExactly(List.of("program", "--help"));
    }

    @Test
    void variable_chosen_getsTheTokenAndTheOtherIsWithheld() {
        process.with("MY_TOKEN", "t0ken2")
                .run("exec", "--access-token", "env:MY_TOKEN", "--variable", "TOKEN", "--", "program");

        Programs.Order order = process.programs().get(0);
        assertThat(order.given()).isEqualTo(Map.of("TOKEN", "t0ken2"));
        assertThat(order.withheld())
                .containsAll(CREDENTIALS)
                .contains("OAUTH_ACCESS_TOKEN", "MY_TOKEN")
                .hasSize(CREDENTIALS.size() + 2);
        assertThat(order).hasToString("Order[program, given [TOKEN], withheld " + order.withheld() + "]");
    }

    @Test
    void variable_withAnotherName_isRefused() {
        ExitCode code = process.run("exec", "--variable", "MY-TOKEN", "program");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--variable 'MY-TOKEN' is not the name of a variable\n");
        assertThat(process.programs()).isEmpty();
    }

    @Test
    void program_notThere_ends127BeforeASecretIsAskedFor() {
        ExitCode code = process.run("exec", "--access-token", "-", "nope");

        assertThat(code).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(process.err()).isEqualTo("there is no program 'nope' on the PATH\n");
        assertThat(process.prompts()).isEmpty();
    }

    @Test
    void path_toNothing_ends127() {
        ExitCode code = process.run("exec", "./no/such/program");

        assertThat(code).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(process.err()).isEqualTo("there is no program './no/such/program'\n");
    }

    @Test
    void program_notExecutable_ends126() throws IOException {
        Path file = Files.createFile(folder.resolve("text"));

        assertThat(process.run("exec", "text")).isEqualTo(ExitCode.NOT_EXECUTABLE);
        assertThat(process.run("exec", folder + "/")).isEqualTo(ExitCode.NOT_EXECUTABLE);
        assertThat(process.err()).isEqualTo("'" + file + "' is not executable\n'" + folder + "' is a folder\n");
    }

    @Test
    void program_missing_isRefused() {
        ExitCode code = process.run("exec", "--variable", "X", "--");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("missing required parameter: 'COMMAND'; see 'tokenport exec --help'\n");
    }

    @Test
    void token_faulty_isRefusedWithoutShowingIt() {
        ExitCode code = process.with("OAUTH_ACCESS_TOKEN", "t0ken with blanks").run("exec", "program");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo(
                        "--access-token (from OAUTH_ACCESS_TOKEN) has a blank, a line break or another character in it"
                                + " that no token has (RFC 6750 §2.1)\n");
        assertThat(process.programs()).isEmpty();
    }
}
