package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tokenport serve} refuses before it serves. */
final class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void folder_thatIsNotThere_isRefused() {
        assertRefused("nowhere: there is no such folder\n", "serve", "nowhere");
    }

    @Test
    void folder_thatIsAFile_isRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("orders.yaml"));

        assertRefused(file + ": this is a file; name the folder it is in\n", "serve", file.toString());
    }

    @Test
    void port_thatIsNone_isRefused() {
        assertRefused("--port '65536' is not between 0 and 65535\n", "serve", folder.toString(), "--port", "65536");
    }

    @Test
    void keptReports_none_areRefused() {
        assertRefused("--keep-reports '0' is less than 1\n", "serve", folder.toString(), "--keep-reports", "0");
    }

    @Test
    void idle_thatIsNoDuration_isRefused() {
        assertRefused("--idle '0s' is not positive\n", "serve", folder.toString(), "--idle", "0s");
        assertRefused(
                "--idle 'soon' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S\n",
                "serve",
                folder.toString(),
                "--idle",
                "soon");
    }

    @Test
    void history_thatIsAFile_isRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("history"));

        assertRefused(
                "--history '" + file + "' cannot be made: " + file + " is not a folder\n",
                "serve",
                folder.toString(),
                "--history",
                file.toString());
    }

    @Test
    void history_withoutAHomeFolder_isRefused() {
        var process = new CommandLineProcess();

        ExitCode code = process.run("serve", folder.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("there is no home folder to keep reports of runs in; give --history\n");
    }

    @Test
    void history_byDefault_isOfTheFolderAndForItsOwnerOnly() throws IOException {
        Path state = folder.resolve("state");
        var process = new CommandLineProcess().with("XDG_STATE_HOME", state.toString());

        process.run("serve", folder.toString());

        try (var made = Files.list(state.resolve("tokenport/history"))) {
            assertThat(made).singleElement().satisfies(one -> {
                assertThat(one.getFileName().toString()).matches("[0-9a-f]{16}");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                        .isEqualTo("rwx------");
            });
        }
    }

    @Test
    void parts_thatAreNotKnown_areRefused() {
        assertRefused("no folder of parts is known; name one with TOKENPORT_PARTS\n", "serve", folder.toString());
    }

    private void assertRefused(String message, String... arguments) {
        var process = new CommandLineProcess().with("HOME", folder.toString());

        ExitCode code = process.run(arguments);

        assertThat(process.err()).isEqualTo(message);
        assertThat(process.out()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.REFUSED);
    }
}
