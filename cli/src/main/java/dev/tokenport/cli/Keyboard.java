package dev.tokenport.cli;

import java.io.IOException;

/** Where a command reads what it asks for. For one thread. */
interface Keyboard {

    /**
     * Asks for a secret without showing what is typed, or takes the next line of standard input where that is no terminal.
     *
     * @param prompt what to ask for, such as {@code client secret}
     * @return the line without its end, possibly empty
     * @throws IOException if there is no line
     */
    String secret(String prompt) throws IOException;
}
