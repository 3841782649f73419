package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DesktopBrowserTest {

    @Test
    void command_onEachSystem_isTheOneOfTheDesktop() {
        assertThat(new DesktopBrowser("Linux").command("page.html")).containsExactly("xdg-open", "page.html");
        assertThat(new DesktopBrowser("Mac OS X").command("page.html")).containsExactly("open", "page.html");
        assertThat(new DesktopBrowser("Windows 11").command("page.html"))
                .containsExactly("cmd", "/c", "start", "", "page.html");
    }

    @Test
    void startPage_leadsToTheAddress_forItsOwnerOnlyAndNoLongerThanNeeded(@TempDir Path folder) throws IOException {
        Path file;
        try (StartPage page = StartPage.to("http://127.0.0.1:1/?start=abc", folder)) {
            file = page.file();

            assertThat(file).content().contains("content=\"0; url=http://127.0.0.1:1/?start=abc\"");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        assertThat(file).doesNotExist();
    }
}
