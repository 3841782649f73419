package dev.tokenport.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Shows pages to the person at this machine. Thread-safe. */
@FunctionalInterface
interface Browser {

    /**
     * Opens a page.
     *
     * @throws IOException if nothing can be started that shows it
     */
    void open(Path page) throws IOException;
}
