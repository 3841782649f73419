package dev.tokenport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that only its owner can read, which leads a browser to an address: named on a command line, every user of the machine
 * could read the address in the list of processes. It is deleted when it is closed. For one thread.
 */
final class StartPage implements AutoCloseable {

    private final Path file;

    private StartPage(Path file) {
        this.file = file;
    }

    /** Writes it. */
    static StartPage to(String address, Path folder) throws IOException {
        // Only its owner can read a temporary file.
        Path file = Files.createTempFile(folder, "tokenport-", ".html");
        Files.writeString(file, """
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <meta http-equiv="refresh" content="0; url=ADDRESS">
                <title>Tokenport</title>
                <p><a href="ADDRESS">Open Tokenport</a></p>
                </html>
                """.replace("ADDRESS", address));
        return new StartPage(file);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
