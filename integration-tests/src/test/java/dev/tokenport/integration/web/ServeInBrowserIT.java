package dev.tokenport.integration.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tokenport.integration.web.Controls.LONG;
import static dev.tokenport.integration.web.Controls.box;
import static dev.tokenport.integration.web.Controls.button;
import static dev.tokenport.integration.web.Controls.link;
import static dev.tokenport.integration.web.Controls.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of {@code tokenport serve} in Chromium, where there is one. */
final class ServeInBrowserIT {

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
        page.navigate(site.served().root() + "/operators");
        List<String> paths = new ArrayList<>(List.of("/", "/operators", "/workflows/people.yaml", "/nowhere"));
        for (Locator operator : page.locator("main th a").all()) {
            paths.add(operator.getAttribute("href"));
        }
        assertThat(paths).hasSizeGreaterThan(12);
        for (String path : paths) {
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
}
