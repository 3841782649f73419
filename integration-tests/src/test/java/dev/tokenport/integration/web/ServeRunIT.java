package dev.tokenport.integration.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tokenport.integration.web.Controls.LONG;
import static dev.tokenport.integration.web.Controls.box;
import static dev.tokenport.integration.web.Controls.button;
import static dev.tokenport.integration.web.Controls.link;
import static dev.tokenport.integration.web.Controls.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in Chromium, where there is one: started, watched, cancelled, looked on by several, over connections that fail. */
final class ServeRunIT {

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
    void workflow_isFoundRunWatchedAndItsReportRead() throws Exception {
        Page page = site.desk().open();
        site.desk().check(page);
        link(page, "orders").first().click();
        assertThat(page.locator("h1")).hasText("orders");
        site.desk().check(page);

        button(page, "Run").click();

        assertThat(box(page, 0)).hasAttribute("aria-label", "auth, OAuth2 Authentication, done · 1 entity");
        assertThat(state(page, 1)).hasText("running");
        assertThat(box(page, 1).locator("g")).hasClass("task running");
        site.desk().check(page);
        site.orders().let();
        assertThat(page.locator("#end")).containsText("The run is done", LONG);
        assertThat(page.locator("#said")).hasText("The run is done.");
        assertThat(page.locator("#phase")).containsText("done");
        assertThat(state(page, 2)).hasText("done");
        assertThat(page.locator("#cancel")).isHidden();
        site.desk().check(page);
        assertThat(site.flows().resolve("sales/orders.json")).content().contains("\"price\"");
        link(page, "Report").first().click();
        assertThat(page.locator("h1")).containsText("orders");
        assertThat(page.locator("h1").evaluate("each => getComputedStyle(each).fontSize"))
                .as("the report has its style sheet")
                .isEqualTo("30.4px");
        page.goBack();
        link(page, "sales/orders.yaml").click();
        assertThat(page.locator("table").last()).containsText("done");
    }

    @Test
    void run_thatIsCancelled_saysWhatBecameOfIt() throws Exception {
        Page page = run("/workflows/sales/orders.yaml");
        assertThat(state(page, 1)).hasText("running");

        button(page, "Cancel the run").click();

        assertThat(page.locator("#end")).containsText("The run was cancelled", LONG);
        assertThat(state(page, 1)).hasText("cancelled");
        site.desk().check(page);
    }

    @Test
    void twoTabs_showTheSameRun() {
        Page one = site.desk().open();
        one.navigate(site.served().root() + "/workflows/sales/orders.yaml");
        Page other = site.desk().open("/workflows/sales/orders.yaml");
        button(one, "Run").click();
        assertThat(box(one, 0)).hasAttribute("aria-label", "auth, OAuth2 Authentication, done · 1 entity");

        button(other, "Run").click();

        assertThat(other.locator(".note").first()).containsText("runs once at a time: this is that run");
        assertThat(box(other, 0)).hasAttribute("aria-label", "auth, OAuth2 Authentication, done · 1 entity");

        button(other, "Cancel the run").click();

        assertThat(one.locator("#end")).containsText("The run was cancelled", LONG);
        assertThat(other.locator("#end")).containsText("The run was cancelled", LONG);
    }

    @Test
    void connection_thatIsLost_isMadeAgainAndNothingIsMissed() {
        Page page = run("/workflows/sales/orders.yaml");
        assertThat(state(page, 1)).hasText("running");
        site.desk().relay().cut();
        assertThat(page.locator("#connection")).containsText("The connection is lost, trying again.", LONG);
        site.orders().let();

        site.desk().relay().restore();

        assertThat(page.locator("#end")).containsText("The run is done", LONG);
        assertThat(page.locator("#connection")).isHidden();
        assertThat(state(page, 2)).hasText("done");
        site.desk().excuse();
    }

    @Test
    void connection_thatIsSlow_holdsNoRunAndTellsItsEnd() {
        Page page = run("/workflows/sales/orders.yaml");
        site.desk().relay().slowDown();

        site.orders().let();

        assertThat(page.locator("#end")).containsText("The run is done", LONG);
    }

    @Test
    void run_ofAThousandTasks_isFollowedToItsEnd() throws Exception {
        Files.createDirectory(site.flows().resolve("many"));
        Page page = run("/workflows/many.yaml");

        assertThat(page.locator("#end")).containsText("The run is done", LONG);

        assertThat(page.locator("tr[data-state='done']")).hasCount(1_000);
        assertThat(page.locator("#frame g.task.done")).hasCount(1_000);
        assertThat(box(page, 999)).hasAttribute("aria-label", Pattern.compile("t999, CSV dataset, done .*"));
    }

    private Page run(String path) {
        Page page = site.desk().open();
        page.navigate(site.served().root() + path);
        button(page, "Run").click();
        return page;
    }
}
