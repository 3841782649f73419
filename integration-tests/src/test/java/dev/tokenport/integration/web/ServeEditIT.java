package dev.tokenport.integration.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tokenport.integration.web.Controls.LONG;
import static dev.tokenport.integration.web.Controls.button;
import static dev.tokenport.integration.web.Controls.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which a workflow is changed, in Chromium, where there is one. */
final class ServeEditIT {

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void serve() throws Exception {
        site = Site.in(folder);
    }

    @AfterEach
    void close() throws IOException {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void parameter_thatIsChangedInTheForm_isSavedAndTheRestIsAsItWas() throws Exception {
        String before = Files.readString(file());
        Page page = edit("auth");
        site.desk().check(page);
        Locator client = page.getByLabel("Client ID", new GetByLabelOptions().setExact(false));

        client.first().fill("orders-writer");
        client.first().press("Tab");
        assertThat(text(page)).hasValue(before.replace("orders-reader", "orders-writer"));
        assertThat(page.locator("#unsaved")).isVisible();
        button(page, "Save").click();

        assertThat(page.locator("#saved")).containsText("Saved.", LONG);
        assertThat(page.locator("#unsaved")).isHidden();
        assertThat(file()).content().isEqualTo(before.replace("orders-reader", "orders-writer"));
        site.desk().check(page);
    }

    @Test
    void text_thatIsTyped_isCheckedMeanwhile() throws Exception {
        Page page = edit("orders");

        text(page).fill("workflow: orders\ntasks:\n  a: {operator: htp-request}\n");

        assertThat(page.locator("#checks")).containsText("http-request", LONG);
        site.desk().check(page);
        assertThat(file()).content().contains("# Orders of the day.");
    }

    @Test
    void file_thatHasChangedOnDisk_isNotWrittenOver() throws Exception {
        Page page = edit("auth");
        String theirs = Files.readString(file()).replace("# Orders of the day.", "# Orders of the week.");
        Files.writeString(file(), theirs);
        text(page).press("Control+End");
        page.keyboard().type("# mine\n");

        button(page, "Save").click();

        assertThat(page.locator("#conflict-box")).containsText("the file has changed since you loaded it", LONG);
        assertThat(page.locator("#conflict-box")).containsText("# Orders of the week.");
        assertThat(file()).content().isEqualTo(theirs);
        site.desk().check(page);
        button(page, "Keep mine, write over the file").click();
        assertThat(page.locator("#saved")).containsText("Saved.", LONG);
        assertThat(file()).content().contains("# Orders of the day.").endsWith("# mine\n");
    }

    @Test
    void twoTabs_doNotWriteOverEachOther() throws Exception {
        Page one = edit("auth");
        Page other = site.desk().open("/edit/sales/orders.yaml?task=auth");
        text(one).press("Control+End");
        one.keyboard().type("# one\n");
        text(other).press("Control+End");
        other.keyboard().type("# other\n");
        button(one, "Save").click();
        assertThat(one.locator("#saved")).containsText("Saved.", LONG);

        button(other, "Save").click();

        assertThat(other.locator("#conflict-box")).containsText("# one", LONG);
        assertThat(file()).content().endsWith("# one\n");
        assertThat(text(other)).hasValue(Pattern.compile("# other\n$"));
    }

    @Test
    void connection_thatIsLost_losesNothingThatWasTyped() throws Exception {
        Page page = edit("auth");
        text(page).press("Control+End");
        page.keyboard().type("# mine\n");
        site.desk().relay().cut();

        button(page, "Save").click();

        assertThat(page.locator("#status")).containsText("what you have typed is still here", LONG);
        site.desk().relay().restore();
        button(page, "Save").click();
        assertThat(page.locator("#saved")).containsText("Saved.", LONG);
        assertThat(file()).content().endsWith("# mine\n");
        site.desk().excuse();
    }

    @Test
    void verification_ofATask_showsEachStepAndNoToken() throws Exception {
        Page page = edit("auth");

        button(page, "Verify").click();

        assertThat(page.locator("#verdict")).containsText("There was a token", LONG);
        assertThat(page.locator("#lines")).containsText("Authorization: Basic ***");
        assertThat(page.locator("#lines")).containsText("status: HTTP 200");
        site.desk().check(page);
    }

    @Test
    void keyboard_aloneIsEnoughToChangeAndSave() throws Exception {
        Page page = edit("auth");

        tabTo(page, page.getByLabel("Client ID").first());
        page.keyboard().press("Control+a");
        page.keyboard().type("orders-writer");
        page.keyboard().press("Enter");
        assertThat(text(page)).hasValue(Pattern.compile("orders-writer"));
        page.keyboard().press("Control+s");

        assertThat(page.locator("#saved")).containsText("Saved.", LONG);
        assertThat(file()).content().contains("oauth_client_id: orders-writer\n");
    }

    @Test
    void graph_leadsToTheFormOfATask() throws Exception {
        Page page = site.desk().open();
        page.navigate(site.served().root() + "/workflows/sales/orders.yaml");

        page.locator("a[data-task='1']").click();

        assertThat(page.locator("#task")).hasValue("orders");
        assertThat(page).hasURL(Pattern.compile("/edit/sales/orders\\.yaml\\?task=orders$"));
    }

    private Path file() {
        return site.flows().resolve("sales/orders.yaml");
    }

    private Page edit(String task) {
        Page page = site.desk().open();
        page.navigate(site.served().root() + "/edit/sales/orders.yaml?task=" + task);
        return page;
    }

    private static Locator text(Page page) {
        return page.locator("#text");
    }
}
