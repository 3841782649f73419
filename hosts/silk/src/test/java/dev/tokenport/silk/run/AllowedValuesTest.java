package dev.tokenport.silk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.graphql.GraphQLQuery;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkframework.execution.AbortExecutionException;

final class AllowedValuesTest {

    private final ScriptedServer server = ScriptedServer.start();
    private final Path files;
    private final SilkBench silk;

    AllowedValuesTest(@TempDir Path folder) throws Exception {
        this.files = Files.createDirectory(folder.resolve("files"));
        this.silk = new SilkBench(files);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void reference_toAVariableThatIsNotAllowed_isRefused() {
        silk.variable("ORDERS_SECRET", "from-the-server");

        refused(
                authenticating("oauth_client_secret", "${env:ORDERS_SECRET}"),
                "oauth_client_secret refers to the variable 'ORDERS_SECRET', which is not among"
                        + " plugin.tokenport.variables in the configuration of the server; write the value itself");
    }

    @Test
    void reference_toAVariableThatIsAllowed_leadsToIt() {
        silk.variable("ORDERS_SECRET", "from-the-server").settings("variables = [ORDERS_SECRET]");
        server.answer(Answer.token(SilkBench.TOKEN, Duration.ofMinutes(5)));

        var unused =
                silk.execute(new OAuth2Authentication(), authenticating("oauth_client_secret", "${env:ORDERS_SECRET}"));

        assertThat(server.request().headers().first("Authorization"))
                .contains("Basic b3JkZXJzOmZyb20tdGhlLXNlcnZlcg==");
    }

    @Test
    void reference_toAFile_isRefused() {
        silk.settings("variables = [ORDERS_SECRET]");

        refused(
                authenticating("oauth_client_secret", "${file:/etc/hostname}"),
                "oauth_client_secret is a reference '${file:…}', which Silk has not; write the value itself");
    }

    @Test
    void reference_inAPlainParameter_standsForItself() {
        silk.variable("ORDERS", "from-the-server").settings("variables = [ORDERS]");
        server.answer(Answer.json(200, "{}"));

        var unused =
                silk.execute(new HttpRequest(), Map.of("url", server.url("/").toString(), "accept", "${env:ORDERS}"));

        assertThat(server.request().headers().first("Accept")).contains("${env:ORDERS}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/hostname", "../secret.pem", "keys/../../secret.pem"})
    void file_outsideOfTheProject_isRefused(String name) {
        refusedRequest(
                "body_file",
                name,
                "body_file '" + name + "' leads out of the files of the project, which only"
                        + " plugin.tokenport.filesAnywhere in the configuration of the server allows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../orders.json | leads out of the files of the project, which only plugin.tokenport.filesAnywhere in the \
            configuration of the server allows
            orders-1 | is the id of a dataset; write the name of its file here, or leave this empty and connect the \
            dataset to the output
            """)
    void fileOfADataset_thatIsNoneOfTheProject_isRefused(String name, String reason) {
        Map<String, String> values = Map.of(
                "graphql_url",
                server.url("/").toString(),
                "graphql_query",
                "{ orders { id } }",
                "graphql_dataset",
                name);

        assertThatThrownBy(() -> silk.execute(new GraphQLQuery(), values))
                .isInstanceOf(AbortExecutionException.class)
                .hasMessage("graphql_dataset '" + name + "' " + reason);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void file_behindALinkOutOfTheProject_isRefused() throws Exception {
        Files.writeString(files.resolveSibling("secret.pem"), "secret");
        Files.createSymbolicLink(files.resolve("link.pem"), files.resolveSibling("secret.pem"));

        refusedRequest(
                "body_file",
                "link.pem",
                "body_file 'link.pem' leads out of the files of the project, which only"
                        + " plugin.tokenport.filesAnywhere in the configuration of the server allows");
    }

    @Test
    void file_anywhereWhenThatIsAllowed_isRead() throws Exception {
        silk.settings("filesAnywhere = true");
        Path file = Files.writeString(files.resolveSibling("body.json"), "[1]");
        server.answer(Answer.json(200, "{}"));

        var unused = silk.execute(new HttpRequest(), requesting("body_file", file.toString()));

        assertThat(server.request().body()).isEqualTo("[1]");
    }

    @Test
    void file_ofAProjectWithoutAFolder_isRefused() {
        assertThatThrownBy(() -> silk.execute(
                        new HttpRequest(),
                        requesting("body_file", "body.json"),
                        List.of(),
                        SilkBench.workflow(),
                        silk.place().withFiles(""),
                        TestActivity.alone()))
                .isInstanceOf(AbortExecutionException.class)
                .hasMessage("body_file 'body.json' is a file, but the files of this project are in no folder of the"
                        + " server");
    }

    @Test
    void insecureHttp_never_refusesTheTaskThatAsksForIt() {
        silk.settings("insecureHttp = never");

        refused(
                authenticating("allow_insecure_http", "true"),
                "allow_insecure_http 'true' is not allowed by plugin.tokenport.insecureHttp 'never' in the"
                        + " configuration of the server");
    }

    @Test
    void insecureHttp_byDefault_isTheTasksOwnChoice() {
        Map<String, String> values = authenticating("oauth_token_url", "http://idp.example.org/token");

        assertThatThrownBy(() -> silk.execute(new OAuth2Authentication(), values))
                .isInstanceOf(AbortExecutionException.class)
                .hasMessageStartingWith("oauth_token_url 'http://idp.example.org/token'");
    }

    @Test
    void timeout_longerThanAllowed_isCutWithAWarning() {
        silk.settings("longestTimeout = 1m");
        server.answer(Answer.json(200, "{}"));
        var activity = TestActivity.alone();

        var unused = silk.execute(
                new HttpRequest(),
                requesting("timeout", "10m"),
                List.of(),
                SilkBench.workflow(),
                silk.place(),
                activity);

        assertThat(Sequences.list(activity.report().warnings()))
                .containsExactly("timeout '10m' is longer than PT1M, which plugin.tokenport.longestTimeout allows;"
                        + " that is used");
    }

    @Test
    void timeout_thatNobodyChose_isCutWithoutAWord() {
        silk.settings("longestTimeout = 1m");
        server.answer(Answer.json(200, "{}"));
        var activity = TestActivity.alone();

        var unused = silk.execute(
                new HttpRequest(),
                requesting("timeout", "PT5M"),
                List.of(),
                SilkBench.workflow(),
                silk.place(),
                activity);

        assertThat(Sequences.list(activity.report().warnings())).isEmpty();
    }

    @Test
    void settings_thatAreFaulty_failTheTask() {
        silk.settings("connectTimeout = soon, insecureHttp = sometimes");

        refused(
                authenticating("oauth_scope", ""),
                "plugin.tokenport.connectTimeout 'soon' is not a positive duration such as 500ms, 30s, 5m or PT30S;"
                        + " plugin.tokenport.insecureHttp 'sometimes' is none of task, always, never");
    }

    private void refusedRequest(String parameter, String value, String message) {
        assertThatThrownBy(() -> silk.execute(new HttpRequest(), requesting(parameter, value)))
                .isInstanceOf(AbortExecutionException.class)
                .hasMessage(message);
        assertThat(server.requests()).isEmpty();
    }

    private void refused(Map<String, String> values, String message) {
        assertThatThrownBy(() -> silk.execute(new OAuth2Authentication(), values))
                .isInstanceOf(AbortExecutionException.class)
                .hasMessage(message);
        assertThat(server.requests()).isEmpty();
    }

    private Map<String, String> requesting(String parameter, String value) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("url", server.url("/").toString());
        values.put("method", "POST");
        values.put(parameter, value);
        return values;
    }

    private Map<String, String> authenticating(String parameter, String value) {
        Map<String, String> values = SilkBench.client(server.url("/token"));
        values.put(parameter, value);
        return values;
    }
}
