package dev.tokenport.integration.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tokenport.integration.web.Controls.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the main pages that the documents show; run by {@code make screenshots}. */
@EnabledIfSystemProperty(named = "tokenport.screenshots", matches = "true")
final class ScreenshotsIT {

    private static final Path IMAGES = Path.of(System.getProperty("tokenport.root", ".."), "docs", "images");

    @TempDir
    Path folder;

    @Test
    void mainPages_arePictured() throws Exception {
        Files.createDirectories(IMAGES);
        try (Site site = Site.in(folder)) {
            Page page = site.desk().open();
            page.navigate(site.served().root() + "/workflows/people.yaml");
            button(page, "Run").click();
            assertThat(page.locator("#end")).containsText("The run is done");
            page.navigate(site.served().root() + "/workflows/sales/orders.yaml");
            picture(page, "serve-workflow");
            page.navigate(site.served().root() + "/edit/sales/orders.yaml?task=auth");
            picture(page, "serve-edit");
            page.navigate(site.served().root() + "/workflows/sales/orders.yaml");
            button(page, "Run").click();
            assertThat(page.locator("tr[data-task='1'] .word")).hasText("running");
            picture(page, "serve-run");
            page.navigate(site.served().root() + "/");
            // Not the folder of this test.
            page.locator("main code").first().evaluate("each => each.textContent = '/home/me/workflows'");
            picture(page, "serve-list");
            site.desk().excuse();
        }
    }

    private static void picture(Page page, String name) {
        page.waitForLoadState();
        byte[] picture = page.screenshot(new ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
        assertThat(picture).isNotEmpty();
    }
}
