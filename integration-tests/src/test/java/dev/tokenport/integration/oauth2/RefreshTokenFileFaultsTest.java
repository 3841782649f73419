package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.RefreshTokenFile;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot keep a refresh token. */
final class RefreshTokenFileFaultsTest {

    @TempDir
    Path folder;

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final Rotation rotation = new Rotation();

    @BeforeEach
    void rotate() {
        idp.server().otherwise(rotation);
    }

    @AfterEach
    void close() {
        idp.close();
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

    private String configurationFault(String refreshToken) {
        return catchThrowableOfType(TokenConfigurationException.class, () -> run(refreshToken))
                .getMessage();
    }

    @Test
    void nothing_givenOrKept_isNamedWithoutARequest() throws Exception {
        assertThat(configurationFault("")).isEqualTo("refresh_token is missing, and there is none in '" + file() + "'");
        assertThat(idp.server().requests()).isEmpty();
    }

    @Test
    void file_thatCannotBeWritten_isFoundBeforeATokenIsUsed() throws Exception {
        assertThat(new RefreshTokenFile(folder.resolve("nowhere/token")))
                .extracting(this::faultOf)
                .isEqualTo("refresh_token_file '" + folder.resolve("nowhere/token")
                        + "' cannot be written: its folder does not exist");
        assertThat(new RefreshTokenFile(folder))
                .extracting(this::faultOf)
                .isEqualTo("refresh_token_file '" + folder + "' cannot be written: it is a folder or a device");
        assertThat(idp.server().requests()).isEmpty();
    }

    private String faultOf(RefreshTokenFile file) {
        return catchThrowableOfType(
                        TokenConfigurationException.class,
                        () -> idp.client()
                                .fetch(TokenRequest.of(
                                                dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()),
                                                new Grant.RefreshToken(Secret.of("r-0"), Optional.of(file)),
                                                "orders")
                                        .build()))
                .getMessage();
    }

    @Test
    void file_withSomethingElseInIt_isNamedAndNotShown() throws Exception {
        Files.writeString(file(), "{\n \"refresh_token\": \"r-0\"\n}\n");

        assertThat(configurationFault("r-0"))
                .isEqualTo("refresh_token_file '" + file() + "' does not hold one line with a refresh token");
    }

    @Test
    void file_ofAnotherProcess_isWaitedForUntilTimeIsUp() throws Exception {
        Path lock = folder.resolve(".refresh-token.lock");
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();

            assertThat(configurationFault("r-0"))
                    .isEqualTo("refresh_token_file '" + file() + "' is in use by another process");
        }

        assertThat(run("r-0")).isEqualTo("t-1");
    }

    @Test
    void successor_thatCannotBeKept_isWarnedOfAndUsedInThisRun() throws Exception {
        TokenSource source = idp.cache().source(idp.client(), request("r-0"));
        source.token();
        idp.server().otherwise(request -> {
            // While the token is on its way somebody takes the file's place.
            blockFile();
            return rotation.apply(request);
        });
        idp.time().advance(Duration.ofMinutes(5));

        AccessToken second = source.token();

        assertThat(second.warnings())
                .singleElement()
                .asString()
                .startsWith("the new refresh token could not be kept in '" + file() + "' (")
                .endsWith("); where it replaces the old one, the next run needs another one");
        assertThat(rotation.isRevoked()).isFalse();
    }

    private void blockFile() {
        try {
            Files.deleteIfExists(file());
            Files.createDirectories(file().resolve("sub"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
