package dev.tokenport.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the form and what is typed do to the text. */
final class ChangingTest extends OpenedEditor {

    @Test
    void change_ofField_isWhatToReplaceInTheText() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        String changed = change(shown, Map.of("task", "auth", "key", "oauth_client_id", "value", "it: is"));

        assertThat(changed).isEqualTo(shown.replace("orders-reader", "\"it: is\""));
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void change_ofEmptiedField_removesItsLine() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        assertThat(change(shown, Map.of("task", "auth", "key", "oauth_client_id", "value", "")))
                .isEqualTo(shown.replace("      oauth_client_id: orders-reader\n", ""));
    }

    @Test
    void change_ofMapEntry_isAddedBelowTheOthers() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        HttpResponse<String> answer = browser.post(
                "/edits/change/orders.yaml",
                List.of(
                        Map.entry("text", shown),
                        Map.entry("task", "fetch"),
                        Map.entry("key", "headers"),
                        Map.entry("entry", "Authorization"),
                        Map.entry("how", "text"),
                        Map.entry("value", "Bearer ${env:TOKEN}")));

        assertThat(applied(shown, kept(answer)))
                .isEqualTo(shown.replace(
                        "X-Key: «secret 2»\n", "X-Key: «secret 2»\n        Authorization: Bearer ${env:TOKEN}\n"));
    }

    @Test
    void change_ofSecret_isAReferenceOnly() throws Exception {
        String shown = text(get("/edit/orders.yaml"));
        Map<String, String> secret = Map.of("task", "auth", "key", "oauth_client_secret");

        assertThat(change(shown, with(secret, Map.of("how", "env", "name", "ORDERS_SECRET"))))
                .isEqualTo(shown.replace("«secret 1»", "${env:ORDERS_SECRET}"));
        assertThat(change(shown, with(secret, Map.of("how", "file", "name", "a b.txt"))))
                .isEqualTo(shown.replace("«secret 1»", "${file:a b.txt}"));
        assertThat(change(shown, with(secret, Map.of("how", "encrypted", "secret", PASSWORD))))
                .contains("oauth_client_secret: ${encrypted:");
        assertThat(refusal(shown, with(secret, Map.of("how", "text", "value", PASSWORD))))
                .isEqualTo("there is no reference in the text; write one, such as ${env:NAME} or ${file:PATH}");
        assertThat(refusal(shown, with(secret, Map.of("value", PASSWORD))))
                .isEqualTo("'oauth_client_secret' is a secret; write a reference to it");
        assertThat(refusal(shown, with(secret, Map.of("how", "plain", "value", PASSWORD))))
                .isEqualTo("'oauth_client_secret' is a secret; write a reference to it");
        assertThat(refusal(shown, with(secret, Map.of("how", "env", "name", "A}B"))))
                .isEqualTo("a name in a reference has no '}' and no line end in it");
    }

    @Test
    void change_thatCannotBeMadeWell_isRefusedInOneLine() throws Exception {
        String shown = text(get("/edit/orders.yaml"));

        assertThat(refusal(shown + "  broken: [", Map.of("task", "auth", "key", "oauth_client_id", "value", "x")))
                .isEqualTo("the text is not YAML in line 21; mend it there first");
        assertThat(refusal(shown, Map.of("task", "none", "key", "x", "value", "x")))
                .isEqualTo("there is no task 'none' in the file");
        assertThat(refusal(shown + "# «secret 99»", Map.of("task", "auth", "key", "x", "value", "x")))
                .startsWith("«secret 99» stands for nothing");
    }

    @Test
    void check_ofText_hasItsMistakesAndTheFormAsItIs() throws Exception {
        String shown = text(get("/edit/orders.yaml")).replace("client_credentials ", "password ");

        String checked = post("/edits/check/orders.yaml", Map.of("text", shown, "task", "auth"));

        assertThat(checked)
                .contains("2 mistakes")
                .contains("data-line=\"4\" data-column=\"3\"")
                .contains("user_name is missing; it is mandatory when oauth_grant_type is password")
                .contains("hx-swap-oob=\"true\"")
                .contains("<option value=\"password\" selected>")
                .contains("Username<span class=\"required\"> (required)</span>");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void check_ofSecretThatWasTypedInTheClear_repeatsItNowhere() throws Exception {
        String shown = text(get("/edit/orders.yaml"))
                .replace("«secret 1»", BODY + "-typed")
                .replace("orders-reader", BODY + "-typed")
                .replace("POST", BODY + "-typed");

        assertThat(post("/edits/check/orders.yaml", Map.of("text", shown, "task", "auth")))
                .contains("1 mistake");
    }
}
