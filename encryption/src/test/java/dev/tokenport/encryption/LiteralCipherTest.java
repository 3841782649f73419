package dev.tokenport.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.secret.Reference;
import dev.tokenport.secret.SecretUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralCipherTest {

    private static final Scope ORDERS = new Scope.OneWorkflow("orders");
    private static final Scope ANY = new Scope.AnyWorkflow();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @SuppressWarnings("NullAway.Init") // set before each test
    private LiteralCipher cipher;

    @BeforeEach
    void prepare() throws KeyFileException {
        file = folder.resolve("tokenport.key");
        KeyFile.create(file);
        cipher = KeyFile.read(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "hunter2", " pässwörd%+ &=/:€ ", "${env:X}", "a\nb"})
    void secret_encrypted_isDecryptedInItsWorkflow(String secret) {
        Reference literal = cipher.encrypt(secret, ORDERS);

        assertThat(cipher.decrypt(literal, Optional.of("orders"))).isEqualTo(secret);
        assertThat(literal).isEqualTo(Reference.parse("encrypted:" + literal.name()));
        assertThat(literal.name()).hasSizeGreaterThanOrEqualTo(52);
        assertThat(cipher.encrypt(secret, ORDERS)).isNotEqualTo(literal);
    }

    @Test
    void literal_inAnotherWorkflow_isNotDecrypted() {
        Reference literal = cipher.encrypt("hunter2", ORDERS);

        assertUnavailable(literal, Optional.of("billing"), literal + " was made for another workflow than 'billing'");
        assertUnavailable(
                literal,
                Optional.empty(),
                literal + " was made for another workflow; what is used outside of one is made with --any-workflow");
    }

    @Test
    void literal_whoseMarkWasForged_isStillNotDecryptedInAnotherWorkflow() {
        byte[] bytes =
                Base64.getUrlDecoder().decode(cipher.encrypt("hunter2", ORDERS).name());
        byte[] other = Base64.getUrlDecoder()
                .decode(cipher.encrypt("other", new Scope.OneWorkflow("billing"))
                        .name());
        System.arraycopy(other, 0, bytes, 0, 5);

        Reference forged = reference(bytes);

        assertUnavailable(forged, Optional.of("billing"), forged + " was altered; encrypt the secret again");
    }

    @Test
    void literal_forOneWorkflow_cannotBeMadeOneForAny() {
        byte[] bytes =
                Base64.getUrlDecoder().decode(cipher.encrypt("hunter2", ORDERS).name());
        bytes[0] = 2;

        Reference forged = reference(bytes);

        assertUnavailable(forged, Optional.of("orders"), forged + " was altered; encrypt the secret again");
    }

    @Test
    void literal_forAnyWorkflow_isDecryptedEverywhere() {
        Reference literal = cipher.encrypt("hunter2", ANY);

        assertThat(cipher.decrypt(literal, Optional.of("orders"))).isEqualTo("hunter2");
        assertThat(cipher.decrypt(literal, Optional.empty())).isEqualTo("hunter2");
    }

    @Test
    void literal_withAnyBitFlipped_isNotDecrypted() {
        byte[] bytes =
                Base64.getUrlDecoder().decode(cipher.encrypt("hunter2", ORDERS).name());

        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            Reference literal = reference(altered);
            assertThatThrownBy(() -> cipher.decrypt(literal, Optional.of("orders")))
                    .as("byte %s", i)
                    .isInstanceOf(SecretUnavailableException.class)
                    .hasMessageStartingWith(literal + " ");
        }
    }

    @Test
    void literal_cutOrNonsense_isReported() {
        String name = cipher.encrypt("a long enough secret to be cut", ORDERS).name();
        Reference cut = Reference.parse("encrypted:" + name.substring(0, 52));
        Reference nonsense = Reference.parse("encrypted:" + "A".repeat(60));
        Reference odd = Reference.parse("encrypted:" + "A".repeat(61));

        assertUnavailable(cut, Optional.of("orders"), cut + " was altered; encrypt the secret again");
        assertUnavailable(
                nonsense,
                Optional.of("orders"),
                nonsense + " is not what 'tokenport encrypt' prints; encrypt the secret again");
        assertUnavailable(
                odd, Optional.of("orders"), odd + " is not what 'tokenport encrypt' prints; encrypt the secret again");
    }

    @Test
    void literal_ofAnotherKey_isReportedWithTheFile() throws KeyFileException {
        Reference literal = cipher.encrypt("hunter2", ORDERS);
        Path other = folder.resolve("other.key");
        KeyFile.create(other);
        LiteralCipher otherCipher = KeyFile.read(other);

        assertThatThrownBy(() -> otherCipher.decrypt(literal, Optional.of("orders")))
                .hasMessage(literal + " was made with a key that is not in the key file '" + other + "'");
    }

    @Test
    void keys_rotated_decryptWhatTheOldOneEncryptedUntilItIsDropped() throws KeyFileException {
        Reference old = cipher.encrypt("hunter2", ORDERS);
        Reference oldForAny = cipher.encrypt("hunter3", ANY);

        int keys = KeyFile.rotate(file);

        LiteralCipher rotated = KeyFile.read(file);
        Reference renewed = rotated.renew(old, Optional.of("orders"));
        Reference renewedForAny = rotated.renew(oldForAny, Optional.of("orders"));
        assertThat(keys).isEqualTo(2);
        assertThat(rotated.decrypt(old, Optional.of("orders"))).isEqualTo("hunter2");
        assertThat(rotated.renew(renewed, Optional.of("orders"))).isSameAs(renewed);

        int dropped = KeyFile.dropOld(file);

        LiteralCipher fresh = KeyFile.read(file);
        assertThat(dropped).isEqualTo(1);
        assertThat(fresh.decrypt(renewed, Optional.of("orders"))).isEqualTo("hunter2");
        assertThat(fresh.decrypt(renewedForAny, Optional.empty())).isEqualTo("hunter3");
        assertThatThrownBy(() -> fresh.decrypt(old, Optional.of("orders")))
                .hasMessage(old + " was made with a key that is not in the key file '" + file + "'");
        assertThat(KeyFile.dropOld(file)).isZero();
    }

    @Test
    void cipher_printed_showsNoKey() throws Exception {
        assertThat(cipher).hasToString("LiteralCipher[" + file + "]");
        assertThat(Files.readString(file)).contains("\"primaryKeyId\"");
    }

    @Test
    void secret_empty_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.encrypt("", ORDERS))
                .withMessage("an empty secret is not encrypted");
    }

    private void assertUnavailable(Reference literal, Optional<String> workflow, String message) {
        assertThatThrownBy(() -> cipher.decrypt(literal, workflow))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage(message);
    }

    private static Reference reference(byte[] bytes) {
        return Reference.parse(
                "encrypted:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
