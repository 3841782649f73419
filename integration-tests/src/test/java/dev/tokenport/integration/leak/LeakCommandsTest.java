package dev.tokenport.integration.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.cli.InProcess;
import dev.tokenport.integration.leak.Canary.Characters;
import dev.tokenport.integration.leak.Canary.Kind;
import dev.tokenport.testkit.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The other commands, secrets in places where they should not be, and values that cannot be used: nothing shows them. */
@Timeout(120)
final class LeakCommandsTest {

    private static final List<String> ALL = List.of("--verbose", "--stacktrace");

    @TempDir
    private Path folder;

    static List<List<String>> commands() {
        return Stream.of(
                        "0 validate FOLDER/given/orders.yaml",
                        "0 operators",
                        "0 operators http-request",
                        "0 plugins list",
                        "0 schema",
                        "0 docs --output=FOLDER/docs",
                        "0 demo",
                        "0 keygen FOLDER/new.key",
                        "0 keygen --dpop FOLDER/new.jwk",
                        "0 encrypt --key-file=FOLDER/new.key --workflow=orders",
                        "2 logout --login-file=FOLDER/home/logins.json --client-id=reader",
                        "2 convert FOLDER/given",
                        "2 token --login --login-file=FOLDER/home/logins.json",
                        "2 run FOLDER/given/none.yaml")
                .map(words -> List.of(words.split(" ")))
                .toList();
    }

    static Stream<String> failing() {
        return Workflows.failing().keySet().stream();
    }

    @ParameterizedTest
    @EnumSource
    void commands_withoutAToken_showNoSecret(Characters characters) throws Exception {
        var place = new Place(folder, characters);
        place.given("orders.yaml", Workflows.orders("https://idp.example.org", "PT1S", "https://api.example.org"));
        var leaks = new ArrayList<String>();

        for (List<String> command : commands()) {
            List<String> words = command.subList(1, command.size());
            leaks.addAll(leaks(place, words, Integer.parseInt(command.get(0))));
        }

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void workflow_thatFailsAtASecretValue_doesNotShowIt(String name) throws Exception {
        var leaks = new ArrayList<String>();

        for (Characters characters : Characters.values()) {
            var place = new Place(folder.resolve(characters.toString()), characters);
            place.given("failing.yaml", Workflows.failing().getOrDefault(name, ""));
            List<String> run = List.of("run", "FOLDER/given/failing.yaml", "--report=FOLDER/report.json");
            leaks.addAll(leaks(place, run, 1));
        }

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void secrets_givenInTheClear_areNotRepeated(Characters characters) throws Exception {
        var place = new Place(folder, characters);
        String secret = place.canary(Kind.CLIENT_SECRET).text();
        place.given(
                "clear.yaml",
                Workflows.orders("htp://none", "PT1S", "x").replace("${env:OAUTH_CLIENT_SECRET}", "'" + secret + "'"));
        place.given(
                "open.yaml",
                Workflows.orders("htp://none", "PT1S", "x").replace("${env:OAUTH_CLIENT_SECRET}", "\"" + secret));
        place.given(
                "list.yaml",
                Workflows.orders("htp://none", "PT1S", "x")
                        .replace("${env:OAUTH_CLIENT_SECRET}", "['" + secret + "']"));
        place.given("key.pem", "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
        place.given("logins.json", "[{\"access_token\": \"" + secret + "\", " + secret);
        var leaks = new ArrayList<String>();

        for (String option :
                List.of("--client-secret", "--password", "--refresh-token", "--client-key-password", "--dpop-key")) {
            leaks.addAll(leaks(place, List.of("token", "--client-id=c", "--token-url=https://x", option, secret), 2));
        }
        for (String file : List.of("clear", "open", "list")) {
            leaks.addAll(leaks(place, List.of("validate", "FOLDER/given/" + file + ".yaml"), 2));
            leaks.addAll(leaks(place, List.of("run", "FOLDER/given/" + file + ".yaml"), 2));
        }
        leaks.addAll(
                leaks(place, List.of("run", "FOLDER/given/clear.yaml", "--set=auth.oauth_client_secret=" + secret), 2));
        leaks.addAll(leaks(place, List.of("run", "FOLDER/given/clear.yaml", "--set", secret), 2));
        leaks.addAll(leaks(
                place,
                List.of(
                        "token",
                        "--client-id=c",
                        "--token-url=https://x",
                        "--client-authentication=private_key_jwt",
                        "--client-key-file=FOLDER/given/key.pem"),
                2));
        leaks.addAll(leaks(place, List.of("token", "--login", "--login-file=FOLDER/given/logins.json"), 2));

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void discovery_ofAnotherIssuer_getsNoSecret(Characters characters) throws Exception {
        var place = new Place(folder, characters);
        try (var servers = new Servers()) {
            servers.server()
                    .otherwise(request -> Answer.json(
                            200,
                            "{\"issuer\":\"" + servers.elsewhere() + "\",\"token_endpoint\":\"" + servers.elsewhere()
                                    + "/token\"}"));

            var leaks = leaks(
                    place,
                    List.of("token", "--issuer=" + servers.url(Misfortune.NONE), "--client-id=c", "--attempts=1"),
                    1);

            assertThat(leaks).isEmpty();
            assertThat(servers.paths()).isNotEmpty();
            assertThat(servers.sentElsewhere()).isEmpty();
        }
    }

    @Test
    void canaries_inEveryEncoding_areFound() {
        for (Characters characters : Characters.values()) {
            for (Canary canary : Canary.all(characters)) {
                for (String form : Encodings.echo(canary.text()).split(Encodings.SEPARATOR, -1)) {
                    assertThat(canary.isIn("<" + form + ">")).as(form).isTrue();
                }
                assertThat(canary.isIn("*** and nothing else")).isFalse();
            }
        }
    }

    private static InProcess.Ended ended(Place place, List<String> command) {
        var arguments = new ArrayList<>(command.stream()
                .map(word -> word.replace("FOLDER", place.folder().toString()))
                .toList());
        arguments.addAll(1, ALL);
        return new InProcess(place.temporary())
                .with(place.variables())
                .with(Map.of("OAUTH_GRANT_TYPE", "client_credentials", "OAUTH_ACCESS_TOKEN", ""))
                .typing(place.canary(Kind.PASSWORD).text())
                .run(arguments);
    }

    private static List<String> leaks(Place place, List<String> command, int code) throws IOException {
        InProcess.Ended ended = ended(place, command);
        assertThat(ended.code()).as(command + " " + ended.err()).isEqualTo(code);
        var leaks = new ArrayList<>(place.leaks(command + " out: " + ended.out(), ended.out(), List.of()));
        leaks.addAll(place.leaks(command + " err: " + ended.err(), ended.err(), List.of()));
        leaks.addAll(place.leaksInFiles());
        return leaks;
    }
}
