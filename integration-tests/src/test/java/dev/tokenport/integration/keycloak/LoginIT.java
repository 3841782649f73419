package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A person logs in with a code on another device (RFC 8628): the command as a process, Keycloak's own pages. */
@ExtendWith(KeycloakExtension.class)
final class LoginIT {

    private static final Pattern URL = Pattern.compile("or open (\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Keycloak keycloak;

    LoginIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void person_whoConsents_isLoggedInUntilTheLogout() throws Exception {
        Process login =
                begin("login", "--issuer", keycloak.issuer(), "--client-id", "orders-device", "--scope", "openid");

        person().decide(url(login), "accept");

        assertThat(code(login)).isZero();
        assertThat(shown())
                .contains("logged in as client 'orders-device' at " + keycloak.issuer() + "; kept in " + logins());
        assertThat(Files.readString(folder.resolve("out.txt"))).isEmpty();
        Tokenport.Ended token = run("token", "--login");
        assertThat(token.code()).isZero();
        assertThat(token.out().strip().split("\\.")).hasSize(3);
        Tokenport.Ended logout = run("logout");
        assertThat(logout.code()).isZero();
        assertThat(logout.err()).isEqualTo("logged out: client 'orders-device' at " + keycloak.issuer() + "\n");
        assertThat(run("token", "--login").code()).isEqualTo(2);
    }

    @Test
    void person_whoSaysNo_isToldOfInOneLine() throws Exception {
        Process login = begin("login", "--issuer", keycloak.issuer(), "--client-id", "orders-device");

        person().decide(url(login), "cancel");

        assertThat(code(login)).isEqualTo(1);
        assertThat(shown().lines().reduce("", (first, last) -> last))
                .startsWith("no token from " + keycloak.tokenEndpoint())
                .contains("HTTP 400 access_denied");
    }

    private static Person person() {
        return new Person(Realm.USER, Realm.PASSWORD);
    }

    private Path logins() {
        return folder.resolve("logins.json");
    }

    private Tokenport.Ended run(String... arguments) throws IOException, InterruptedException {
        return Tokenport.run(folder, Map.of("TOKENPORT_LOGINS", logins().toString()), arguments);
    }

    private Process begin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Tokenport.distribution().resolve("tokenport").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().put("TOKENPORT_LOGINS", logins().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .merge("PATH", Tokenport.distribution().toString(), (path, own) -> own + File.pathSeparator + path);
        return builder.start();
    }

    /** Where the person is sent. */
    private URI url(Process login) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && login.isAlive()) {
            Matcher url = URL.matcher(shown());
            if (url.find()) {
                return URI.create(url.group(1));
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no URL was shown: " + shown());
    }

    private String shown() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    private static int code(Process login) throws InterruptedException {
        assertThat(login.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return login.exitValue();
    }
}
