package dev.tokenport.integration.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of {@code tokenport serve} in Chromium, where there is one. */
final class ServeInBrowserIT {

    private static final ContainsTextOptions LONG = new ContainsTextOptions().setTimeout(30_000);

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
        assertThat(page.locator("tr[data-task='1'] .word")).hasText("running");
        assertThat(box(page, 1).locator("g")).hasClass("task running");
        site.desk().check(page);
        site.orders().let();
        assertThat(page.locator("#end")).containsText("The run is done", LONG);
        assertThat(page.locator("#said")).hasText("The run is done.");
        assertThat(page.locator("#phase")).containsText("done");
        assertThat(page.locator("tr[data-task='2'] .word")).hasText("done");
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
        assertThat(page.locator("tr[data-task='1'] .word")).hasText("running");

        button(page, "Cancel the run").click();

        assertThat(page.locator("#end")).containsText("The run was cancelled", LONG);
        assertThat(page.locator("tr[data-task='1'] .word")).hasText("cancelled");
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
        assertThat(page.locator("tr[data-task='1'] .word")).hasText("running");
        site.desk().relay().cut();
        assertThat(page.locator("#connection")).containsText("The connection is lost, trying again.", LONG);
        site.orders().let();

        site.desk().relay().restore();

        assertThat(page.locator("#end")).containsText("The run is done", LONG);
        assertThat(page.locator("#connection")).isHidden();
        assertThat(page.locator("tr[data-task='2'] .word")).hasText("done");
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
    void keyboard_aloneIsEnough() throws Exception {
        Page page = site.desk().open();
        tabTo(page, link(page, "people").first());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("people");
        tabTo(page, box(page, 0));
        page.keyboard().press("ArrowRight");
        assertThat(box(page, 1)).isFocused();
        page.keyboard().press("Shift+Tab");
        tabTo(page, button(page, "Fit"));
        page.keyboard().press("Enter");
        page.navigate(site.served().root() + "/workflows/people.yaml");
        tabTo(page, button(page, "Run"));

        page.keyboard().press("Enter");

        assertThat(page.locator("#end")).containsText("The run is done", LONG);
        tabTo(page, link(page, "Report").first());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("people");
        assertThat(site.flows().resolve("people.json")).content().contains("Anna");
    }

    @Test
    void workflow_ofAThousandTasks_isShownZoomedAndFiltered() throws Exception {
        Page page = site.desk().open();

        page.navigate(site.served().root() + "/workflows/many.yaml");

        assertThat(page.locator("a[data-task]")).hasCount(1_000);
        String width = page.locator("#frame svg").getAttribute("width");
        button(page, "Larger").click();
        assertThat(Double.parseDouble(page.locator("#frame svg").getAttribute("width")))
                .isGreaterThan(Double.parseDouble(width));
        box(page, 0).focus();
        page.keyboard().press("End");
        assertThat(box(page, 999)).isFocused();
        assertThat(box(page, 999)).isInViewport();
        page.getByLabel("Find a task").fill("t77 ");
        assertThat(page.locator("#found")).containsText(" of 1000 tasks");
        assertThat(page.locator("#task-rows tr:visible").first()).containsText("t77");
        site.desk().check(page);
    }

    @Test
    void workflow_withMistakes_saysWhere() throws Exception {
        Page page = site.desk().open();
        page.navigate(site.served().root() + "/workflows/faulty.yaml");

        assertThat(page.locator("#mistakes + ul")).containsText("Line 3, column ");
        assertThat(page.locator("#mistakes + ul")).containsText("http-request");
        assertThat(button(page, "Run")).hasCount(0);
        site.desk().check(page);
    }

    @Test
    void pages_ofTheSite_canBeUsedByEverybody() throws Exception {
        Page page = site.desk().open();
        for (String path : List.of("/", "/operators", "/operators/http-request", "/workflows/people.yaml", "/nowhere")) {
            page.navigate(site.served().root() + path);
            site.desk().check(page);
        }
        site.desk().excuse();
    }

    @Test
    void address_withAnotherStartToken_opensNothing() {
        Page page = site.desk().open("/?start=" + "x".repeat(43));

        assertThat(page.locator("main")).containsText("this address begins no session");
        page.navigate(site.served().root() + "/workflows/people.yaml");
        assertThat(page.locator("main")).containsText("this browser has no session here");
        site.desk().excuse();
    }

    @Test
    void session_thatIsEnded_leavesNothingToWatch() {
        Page page = run("/workflows/sales/orders.yaml");
        Page other = site.desk().open("/");

        button(other, "End session").click();

        assertThat(page.locator("#connection")).containsText("The session has ended", LONG);
        page.reload();
        assertThat(page.locator("main")).containsText("this browser has no session here");
        site.desk().excuse();
    }

    private Page run(String path) {
        Page page = site.desk().open();
        page.navigate(site.served().root() + path);
        button(page, "Run").click();
        return page;
    }

    /** Presses Tab until something has the focus. */
    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 200; i++) {
            if ((boolean) wanted.evaluate("each => each === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private static Locator box(Page page, int task) {
        return page.locator("a[data-task='" + task + "']");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
