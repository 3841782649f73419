package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TimeSource;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.RefreshTokenFile;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.oauth2.TokenTransportException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refresh token that is kept in a file for the next run. */
final class RefreshTokenFileTest {

    @TempDir
    Path folder;

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final Rotation rotation = new Rotation();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void rotate() {
        idp.server().otherwise(rotation);
    }

    @AfterEach
    void close() {
        idp.close();
        threads.shutdownNow();
    }

    private Path file() {
        return folder.resolve("refresh-token");
    }

    private TokenRequest request(String refreshToken) throws Exception {
        return TokenRequest.of(
                        dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()),
                        new Grant.RefreshToken(Secret.of(refreshToken), Optional.of(new RefreshTokenFile(file()))),
                        "orders")
                .build();
    }

    /** What a run of its own gets. */
    private String run(String refreshToken) throws Exception {
        AccessToken token = idp.client().fetch(request(refreshToken));
        assertThat(token.warnings()).isEmpty();
        return token.value().reveal();
    }

    @Test
    void runs_oneAfterTheOther_goOnWhereTheLastOneEnded() throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            tokens.add(run("r-0"));
        }

        assertThat(tokens).containsExactly("t-1", "t-2", "t-3");
        assertThat(file()).hasContent("r-3");
    }

    @Test
    void file_written_isForItsOwnerAlone() throws Exception {
        Files.writeString(file(), "r-0\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));

        run("");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("refresh-token", ".refresh-token.lock");
        }
    }

    @Test
    void file_thatIsALink_isReplacedWhereItLeads() throws Exception {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("token"), "r-0");
        Files.createSymbolicLink(file(), real);

        run("");

        assertThat(file()).isSymbolicLink();
        assertThat(real).hasContent("r-1");
    }

    @Test
    void serverThatDoesNotReplace_leavesTheFileAlone() throws Exception {
        idp.server().otherwise(request -> Answer.token("t-1", Duration.ofMinutes(5)));

        run("r-0");

        assertThat(file()).doesNotExist();
    }

    @Test
    void runs_atTheSameTime_useEachRefreshTokenOnce() throws Exception {
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            // Each with a cache of its own, as two processes have, and on real time, since they wait for each other.
            TokenClient client = idp.clientBuilder().time(TimeSource.system()).build();
            TokenSource source = new TokenCache().source(client, request("r-0"));
            calls.add(() -> source.token().value().reveal());
        }

        var tokens = new ArrayList<String>();
        for (Future<String> call : threads.invokeAll(calls)) {
            tokens.add(call.get());
        }

        assertThat(tokens).containsExactlyInAnyOrder("t-1", "t-2", "t-3", "t-4", "t-5", "t-6", "t-7", "t-8");
        assertThat(rotation.isRevoked()).isFalse();
        assertThat(file()).hasContent("r-8");
    }

    @Test
    void source_whoseFileAnotherRunHasReplaced_goesOnWithThatToken() throws Exception {
        TokenSource source = idp.cache().source(idp.client(), request("r-0"));
        source.token();
        run("r-0");
        idp.time().advance(Duration.ofMinutes(5));

        assertThat(source.token().value().reveal()).isEqualTo("t-3");
    }

    @Test
    void answer_lost_isNotAskedForAgainUntilThereIsAnotherToken() throws Exception {
        idp.server().answer(Answer.hangUp());
        TokenSource source = idp.cache().source(idp.client(), request("r-0"));

        assertThatExceptionOfType(TokenTransportException.class).isThrownBy(source::token);
        var second = catchThrowableOfType(CredentialsRefusedException.class, source::token);
        int sent = idp.server().requests().size();
        Files.writeString(file(), "r-0\n");
        var same = catchThrowableOfType(CredentialsRefusedException.class, source::token);
        idp.server().answer(Rotation.answer(7));
        Files.writeString(file(), "r-6\n");

        assertThat(second).hasMessageEndingWith("so it is not sent again: get a new one");
        assertThat(sent).isEqualTo(1);
        assertThat(same).hasMessageEndingWith("so it is not sent again: get a new one");
        assertThat(source.token().value().reveal()).isEqualTo("t-7");
        assertThat(file()).hasContent("r-7");
    }

    @Test
    void refusal_tellsWhatToDoWithTheFile() throws Exception {
        Files.writeString(file(), "old");

        var refused = catchThrowableOfType(CredentialsRefusedException.class, () -> run("r-0"));

        assertThat(refused)
                .hasMessageEndingWith("; the refresh token has expired, was revoked, was used before or is another"
                        + " client's: get a new one, and write it to '" + file() + "' or delete that file");
        assertThat(file()).hasContent("old");
    }
}
