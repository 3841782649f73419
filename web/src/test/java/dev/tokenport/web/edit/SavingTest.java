package dev.tokenport.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a text gets into its file. */
final class SavingTest extends OpenedEditor {

    @Test
    void save_writesTheTextWithItsSecrets() throws Exception {
        String page = get("/edit/orders.yaml");
        String shown = text(page).replace("the usual", "the best");

        String saved = post("/edit/orders.yaml", Map.of("text", shown, "task", "auth", "hash", hash(page)));

        assertThat(saved).contains("Saved.").doesNotContain("cannot run");
        assertThat(file).hasContent(ORDERS.replace("the usual", "the best"));
        assertThat(post("/edit/orders.yaml", Map.of("text", shown, "hash", between(saved, "data-hash=\"", "\""))))
                .contains("Saved.");
    }

    @Test
    void save_keepsLineEndsAndMark() throws Exception {
        String windows = "\uFEFF" + ORDERS.replace("\n", "\r\n");
        Files.writeString(file, windows);
        String page = get("/edit/orders.yaml");

        post("/edit/orders.yaml", Map.of("text", text(page).replace("by night", "by day"), "hash", hash(page)));

        assertThat(Files.readString(file)).isEqualTo(windows.replace("by night", "by day"));
    }

    @Test
    void save_withMistakes_savesAndSaysSo() throws Exception {
        String page = get("/edit/orders.yaml");
        String shown = text(page).replace("http-request", "none");

        assertThat(post("/edit/orders.yaml", Map.of("text", shown, "hash", hash(page))))
                .contains("Saved. It cannot run yet: 1 mistake is in it.");
        assertThat(file).hasContent(ORDERS.replace("http-request", "none"));
    }

    @Test
    void save_ofSecretTypedInTheClear_hidesItInThePage() throws Exception {
        String page = get("/edit/orders.yaml");
        String shown = text(page).replace("«secret 1»", "typed-in-the-clear");

        String saved = post("/edit/orders.yaml", Map.of("text", shown, "hash", hash(page)));

        assertThat(saved).contains("data-text=\"«secret ").doesNotContain("typed-in-the-clear");
        assertThat(file).hasContent(ORDERS.replace(PASSWORD, "typed-in-the-clear"));
    }

    @Test
    void save_whenTheFileHasChanged_writesNothingAndShowsTheDifference() throws Exception {
        String page = get("/edit/orders.yaml");
        String theirs = ORDERS.replace("orders-reader", "orders-writer").replace(PASSWORD, PASSWORD + "-new");
        Files.writeString(file, theirs);
        String mine = text(page).replace("the usual", "the best");

        String conflict = post("/edit/orders.yaml", Map.of("text", mine, "task", "auth", "hash", hash(page)));

        assertThat(file).hasContent(theirs);
        assertThat(conflict)
                .contains("Not saved: the file has changed since you loaded it")
                .contains("<code>      oauth_client_id: orders-writer</code>")
                .contains("<code>      oauth_client_id: orders-reader</code>");

        String over = between(conflict, "name=\"over\" value=\"", "\"");
        assertThat(post("/edit/orders.yaml", Map.of("text", mine, "hash", hash(page), "over", over)))
                .contains("Saved.");
        assertThat(file).hasContent(ORDERS.replace("the usual", "the best"));
    }

    @Test
    void save_inASecondTab_isAConflict() throws Exception {
        String one = get("/edit/orders.yaml");
        String two = get("/edit/orders.yaml");

        assertThat(post("/edit/orders.yaml", Map.of("text", text(one) + "# one\n", "hash", hash(one))))
                .contains("Saved.");
        assertThat(post("/edit/orders.yaml", Map.of("text", text(two) + "# two\n", "hash", hash(two))))
                .contains("Not saved");
        assertThat(file).hasContent(ORDERS + "# one\n");
    }

    @Test
    void save_ofTextThatIsNoWorkflow_isRefused() throws Exception {
        String page = get("/edit/orders.yaml");

        HttpResponse<String> noWorkflow =
                browser.post("/edit/orders.yaml", Map.of("text", "nothing: here", "hash", hash(page)));
        assertThat(noWorkflow.statusCode()).isEqualTo(422);
        assertThat(kept(noWorkflow)).startsWith("nothing was saved: the text has neither 'workflow:' nor 'tasks:'");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void save_ofFileThatMayNotBeWritten_isOneLine() throws Exception {
        String page = get("/edit/orders.yaml");
        readOnly.set(true);

        HttpResponse<String> refused =
                browser.post("/edit/orders.yaml", Map.of("text", text(page) + "# x", "hash", hash(page)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(kept(refused)).isEqualTo("orders.yaml cannot be written: permission denied; nothing was saved");
        assertThat(file).hasContent(ORDERS);
    }

    @Test
    void save_withoutScript_leadsBackToThePage() throws Exception {
        String page = get("/edit/orders.yaml");
        browser.without("HX-Request");

        HttpResponse<String> saved = browser.post(
                "/edit/orders.yaml",
                Map.of("text", text(page).replace("\n", "\r\n") + "# x\r\n", "task", "auth", "hash", hash(page)));
        HttpResponse<String> conflict =
                browser.post("/edit/orders.yaml", Map.of("text", text(page), "task", "auth", "hash", hash(page)));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue("/edit/orders.yaml?task=auth&saved");
        assertThat(file).hasContent(ORDERS + "# x\n");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(kept(conflict)).contains("Not saved").contains("<!DOCTYPE html>");
    }
}
