package dev.tokenport.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of a file, and verification from it. */
final class EditPagesTest extends OpenedEditor {

    @Test
    void page_ofTask_hasFormAndFileWithoutSecrets() throws Exception {
        String page = get("/edit/orders.yaml?task=auth");

        assertThat(page)
                .contains("<option value=\"client_credentials\" selected>")
                .contains("value=\"orders-reader\"")
                .contains("in the clear in the file: replace it by a reference")
                .contains("required when Grant Type is password")
                .contains("No mistakes");
        assertThat(text(page))
                .isEqualTo(ORDERS.replace(PASSWORD, "«secret 1»")
                        .replace(HEADER, "«secret 2»")
                        .replace("{\"key\": \"" + BODY + "\"}", "«secret 3»"));
    }

    @Test
    void page_ofTaskWithConfigPort_saysWhatItDelivers() throws Exception {
        assertThat(get("/edit/orders.yaml?task=fetch"))
                .contains("may be replaced by what auth delivers")
                .contains("<label for=\"f-headers-Accept\">")
                .contains("<legend>X-Key</legend>")
                .contains("written in the file, not shown here");
    }

    @Test
    void page_ofUnknownParametersAndOperators_saysSo() throws Exception {
        Files.writeString(
                file, ORDERS.replace("oauth_client_id", "oauth_client_idd").replace("http-request", "none"));

        assertThat(get("/edit/orders.yaml?task=auth"))
                .contains("The operator has no such parameters")
                .contains("<code>oauth_client_idd</code>");
        assertThat(get("/edit/orders.yaml?task=fetch")).contains("There is no operator <code>none</code>");
    }

    @Test
    void page_ofBrokenFile_hidesItsSecretsToo() throws Exception {
        Files.writeString(file, ORDERS + "  broken: [\n");

        String page = get("/edit/orders.yaml");

        assertThat(page).contains("1 mistake").contains("The form comes back when the text has tasks again.");
    }

    @Test
    void verify_ofUnsavedText_tellsItsSteps() throws Exception {
        String shown = text(get("/edit/orders.yaml")) + "# unsaved\n";

        String order = post("/edits/verify/orders.yaml", Map.of("text", shown, "task", "auth"));

        assertThat(order).contains("which is not saved");
        String events = between(order, "data-events=\"", "\"");
        browser.with("Accept", "text/event-stream");
        String lines = get(events);
        assertThat(lines).contains("event: line\ndata: Configured:").contains("event: over\ndata: There was a token");
        HttpResponse<String> again = browser.get(events);
        assertThat(kept(again)).doesNotContain("event: line");
    }

    @Test
    void verify_ofTextWithMistakes_sendsNothing() throws Exception {
        String shown = text(get("/edit/orders.yaml")).replace("oauth_client_id", "x");

        assertThat(post("/edits/verify/orders.yaml", Map.of("text", shown, "task", "auth")))
                .contains("Nothing was sent: mend the ")
                .contains("data-events=\"\"");
    }
}
