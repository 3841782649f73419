package dev.tokenport.cmem.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link ProjectSecrets}: CMEM's passwords, and the variables they stand behind. */
final class ProjectSecretsTest {

    private static final String KEY = "8RNYItRSDHrT8WyV";
    private static final String NAME = "CMEM_PASSWORD_AUTH_1_PASS_WORD";
    private static final String WHAT = "the password 'pass.word' of task 'auth-1'";

    private final ProjectSecrets secrets = new ProjectSecrets();

    @Test
    void password_withItsKey_isRead() {
        Reference reference = password("fEvl+KKMGOJIvkULQsp2GA==");

        Environment environment = secrets.over(Environment.of(Map.of("TOKENPORT_CMEM_PASSWORD_KEY", KEY)));

        assertThat(reference).isEqualTo(new Reference(Reference.Kind.ENV, NAME));
        assertThat(environment.variable(NAME)).contains("secret");
        assertThat(environment.variable("OTHER")).isEmpty();
        assertThat(secrets.descriptions()).isEqualTo(Map.of(NAME, WHAT));
    }

    @Test
    void password_withoutTheKey_namesBothVariables() {
        password("fEvl+KKMGOJIvkULQsp2GA==");

        assertThatThrownBy(() -> secrets.over(Environment.of(Map.of())).variable(NAME))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage(WHAT + " is encrypted; set TOKENPORT_CMEM_PASSWORD_KEY, or the password as " + NAME);
    }

    @Test
    void password_withAnotherKey_cannotBeRead() {
        password("fEvl+KKMGOJIvkULQsp2GA==");

        assertThatThrownBy(() -> secrets.over(Environment.of(Map.of("TOKENPORT_CMEM_PASSWORD_KEY", "another")))
                        .variable(NAME))
                .hasMessage(WHAT + " cannot be decrypted with the key in TOKENPORT_CMEM_PASSWORD_KEY");
    }

    @Test
    void password_thatIsNotBase64OrCut_cannotBeRead() {
        password("fEvl+KKMGOJ*");
        Environment environment = secrets.over(Environment.of(Map.of("TOKENPORT_CMEM_PASSWORD_KEY", KEY)));

        assertThatThrownBy(() -> environment.variable(NAME))
                .hasMessage(WHAT + " is not encrypted as CMEM does it: it is not Base64");

        password("fEvl+KKMGOI=");
        assertThatThrownBy(() -> secrets.over(Environment.of(Map.of("TOKENPORT_CMEM_PASSWORD_KEY", KEY)))
                        .variable(NAME + "_2"))
                .hasMessage(WHAT + " cannot be decrypted with the key in TOKENPORT_CMEM_PASSWORD_KEY");
    }

    @Test
    void password_givenInTheEnvironment_needsNoKey() {
        password("fEvl+KKMGOJIvkULQsp2GA==");

        assertThat(secrets.over(Environment.of(Map.of(NAME, "given"))).variable(NAME))
                .contains("given");
    }

    @Test
    void variable_withoutValue_namesTheVariableToSet() {
        secrets.variable("token", "");

        assertThatThrownBy(() -> secrets.over(Environment.of(Map.of())).variable("CMEM_VARIABLE_TOKEN"))
                .hasMessage("the sensitive variable 'token' has no value in the project; set CMEM_VARIABLE_TOKEN");
    }

    private Reference password(String base64) {
        return secrets.password("auth-1", "pass.word", EncryptedPassword.of("PASSWORD_PARAMETER:" + base64));
    }
}
