package dev.tokenport.workflow.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.SampleOperators;
import org.junit.jupiter.api.Test;

final class MaskedTextTest {

    private static final String CANARY = "Kanari42-g3lb";

    private final Redactor redactor = new Redactor();
    private final Placeholders placeholders = new Placeholders();

    @Test
    void mask_ofConfidentialValues_hidesWhatIsWrittenDownOnly() throws Exception {
        String text = """
                \uFEFFworkflow: x   # CANARY was here
                tasks:\r
                  auth:
                    operator: token
                    parameters:
                      grant: password
                      token_url: https://idp/${env:HOST}
                      client_secret: CANARY  # keep
                  load:
                    operator: call
                    parameters:
                      url: x
                      access_token: "${env:TOKEN}"
                      headers:
                        Accept: text/csv
                        Authorization: Bearer ${file:token.txt}
                        X-Key: 'other ${encrypted:%1$s} secret'
                      retry: {attempts: 3}
                  more:
                    operator: sample-token-operator
                    parameters: {client_secret: '${process:vault read CANARY}', user: u}
                """.replace("%1$s", "e".repeat(60)).replace("CANARY", CANARY);

        String masked = mask(text);

        assertThat(masked)
                .isEqualTo(text.replace("vault read " + CANARY, "vault «secret 2»")
                        .replace(CANARY, "«secret 1»")
                        .replace("'other $", "'«secret 3» $")
                        .replace("} secret'", "} «secret 4»'")
                        .replace("«secret 2»", "«secret 5»")
                        .replace("«secret 3»", "«secret 2»")
                        .replace("«secret 4»", "«secret 3»")
                        .replace("«secret 5»", "«secret 4»"));
        assertThat(placeholders.restored(masked)).isEqualTo(text);
        assertThat(redactor.redact("is " + CANARY)).isEqualTo("is ***");
    }

    @Test
    void mask_ofSeveralLines_keepsTheLines() throws Exception {
        String text = """
                tasks:
                  a:
                    operator: token
                    parameters:
                      client_secret: |  # a key
                        BEGIN KEY

                          abc=
                        END KEY
                      user: u
                  b:
                    operator: token
                    parameters:
                      client_secret: "over
                        lines"
                """;

        String masked = mask(text);

        assertThat(masked)
                .isEqualTo(text.replace("BEGIN KEY", "«secret 1»")
                        .replace("abc=", "«secret 2»")
                        .replace("END KEY", "«secret 3»")
                        .replace("\"over", "\"«secret 4»")
                        .replace("lines\"", "«secret 5»\""));
        assertThat(placeholders.restored(masked)).isEqualTo(text);
    }

    @Test
    void mask_ofMisspeltMisplacedOrSharedSecret_hidesIt() throws Exception {
        String text = """
                api_key: CANARY0
                tasks:
                  a:
                    operator: tokem
                    client_secret: CANARY1
                    parameters: {client_secret: CANARY2, token_url: shown}
                  b:
                    operator: token
                    parameters:
                      client_secert: CANARY3
                      user: &shared CANARY4
                      extra: {password: [CANARY5]}
                  c:
                    operator: call
                    config: {from: a, map: {access_token: client_secret}}
                    parameters:
                      access_token: *shared
                      headers: '{"X": "CANARY6"}'
                  d:
                    operator: settings
                    parameters:
                      parameters: {file: shown.json, client_secret: CANARY7}
                """.replace("CANARY", CANARY);

        String masked = mask(text);

        assertThat(masked)
                .doesNotContain(CANARY)
                .contains("token_url: shown", "shown.json", "map: {access_token: client_secret}");
        assertThat(masked).contains("user: &shared «secret");
        assertThat(placeholders.restored(masked)).isEqualTo(text);
    }

    @Test
    void mask_ofTextThatIsNotYaml_hidesLinesByTheirNames() throws Exception {
        String text = """
                tasks:
                  a:
                    operator: token
                    parameters: {grant: x, "client_secret": CANARY, user: u
                      CANARY
                    parameters:
                      user: [
                      client_secret:
                        CANARY
                          CANARY
                      token_url: shown
                      client_secret: ${env:SHOWN}
                """.replace("CANARY", CANARY);

        String masked = mask(text);

        assertThat(masked).doesNotContain(CANARY).contains("token_url: shown", "{grant: x", "${env:SHOWN}");
        assertThat(placeholders.restored(masked)).isEqualTo(text);
    }

    @Test
    void mask_ofWhatTheRedactorKnows_hidesItEverywhere() throws Exception {
        redactor.add(CANARY);
        String text = "workflow: " + CANARY + "\n# S2FuYXJpNDItZzNsYg==\ntasks: {}\n";

        String masked = mask(text);

        assertThat(masked).isEqualTo("workflow: «secret 1»\n# «secret 2»\ntasks: {}\n");
        assertThat(placeholders.restored(masked)).isEqualTo(text);
    }

    @Test
    void placeholder_thatStandsInTheFile_isHiddenItself() throws Exception {
        String text = "workflow: «secret 1»\ntasks: {a: {operator: token, parameters: {client_secret: x1}}}\n";

        String masked = mask(text);

        assertThat(masked).isEqualTo(text.replace("x1", "«secret 2»"));
        assertThat(placeholders.restored(masked)).isEqualTo(text);
        assertThat(mask(text)).isEqualTo(masked);
    }

    @Test
    void restore_ofUnknownPlaceholder_isRefused() {
        assertThatExceptionOfType(EditException.class)
                .isThrownBy(() -> placeholders.restored("a: «secret 7»"))
                .withMessage(
                        "«secret 7» stands for nothing that was in the file; write a reference, or load the file anew");
    }

    private String mask(String text) {
        return MaskedText.of(text, SampleOperators.all(), redactor, placeholders);
    }
}
