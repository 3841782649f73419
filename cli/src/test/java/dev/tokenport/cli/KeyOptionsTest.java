package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of options for keys that do not fit, before anything is read or sent. */
final class KeyOptionsTest {

    private final CommandLineProcess process = new CommandLineProcess();

    @Test
    void algorithmAndAudience_unknown_areNamedWithTheChoices() {
        run("--client-key-file=key.pem", "--client-key-algorithm=RS-256", "--assertion-audience=me");

        assertThat(process.err())
                .isEqualTo("--client-key-algorithm 'RS-256' is none of RS256, RS384, RS512, PS256, PS384, PS512, ES256,"
                        + " ES384, ES512, EdDSA, HS256, HS384, HS512; --assertion-audience 'me' is none of"
                        + " token_endpoint, issuer\n");
    }

    @Test
    void privateKeyJwt_withoutKey_namesWhatItNeeds() {
        run("--client-authentication=private_key_jwt");

        assertThat(process.err())
                .isEqualTo("--client-authentication 'private_key_jwt' needs a private key, and there is none\n");
    }

    @Test
    void clientSecretJwt_withKeyOnly_namesWhatItNeeds() {
        run("--client-authentication=client_secret_jwt", "--client-key-file=key.pem");

        assertThat(process.err())
                .isEqualTo("--client-authentication 'client_secret_jwt' needs a client secret, and there is none\n");
    }

    @Test
    void algorithm_ofTheOtherKind_namesThoseThatFit() {
        run("--client-key-file=key.pem", "--client-key-algorithm=HS256");
        process.with("OAUTH_CLIENT_SECRET", "s3cret");
        run("--client-authentication=client_secret_jwt", "--client-key-algorithm=ES256");

        assertThat(process.err())
                .isEqualTo("--client-key-algorithm 'HS256' takes a secret; a private key signs with RS256 to RS512,"
                        + " PS256 to PS512, ES256 to ES512 or EdDSA\n"
                        + "--client-key-algorithm 'ES256' signs with a private key; client_secret_jwt needs HS256,"
                        + " HS384 or HS512\n");
    }

    @Test
    void audience_issuerThatIsNotKnown_isRefused() {
        run("--client-key-file=key.pem", "--assertion-audience=issuer");

        assertThat(process.err())
                .isEqualTo("--assertion-audience 'issuer' needs an issuer identifier, and there is none\n");
    }

    @Test
    void keyFile_missing_isNamed() {
        ExitCode code = run("--client-key-file=nowhere.pem");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--client-key-file cannot be used: key file 'nowhere.pem': no such file\n");
    }

    private ExitCode run(String... options) {
        var arguments = new ArrayList<>(List.of("token", "--token-url=http://localhost:1/t", "--client-id=c"));
        arguments.addAll(List.of(options));
        return process.run(arguments.toArray(String[]::new));
    }
}
