package dev.tokenport.integration.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;

/** What a person finds on a page, by what it is called. */
public final class Controls {

    /** For what takes as long as a run. */
    public static final ContainsTextOptions LONG = new ContainsTextOptions().setTimeout(60_000);

    private static final int STEPS = 200;

    private Controls() {}

    /** A button. */
    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** A link. */
    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    /** The box of a task in the graph. */
    static Locator box(Page page, int task) {
        return page.locator("a[data-task='" + task + "']");
    }

    /** The state of a task in the table. */
    static Locator state(Page page, int task) {
        return page.locator("tr[data-task='" + task + "'] .word");
    }

    /** Presses Tab until something has the focus. */
    static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < STEPS; i++) {
            if ((boolean) wanted.evaluate("each => each === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }
}
