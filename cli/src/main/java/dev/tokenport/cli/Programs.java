package dev.tokenport.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs other programs in the place of this one. Thread-safe. */
interface Programs {

    /**
     * What to run.
     *
     * @param command the program and its arguments
     * @param given variables that it gets besides those of this process
     * @param withheld variables of this process that it does not get
     */
    record Order(List<String> command, Map<String, String> given, Set<String> withheld) {

        /** Copies the collections. */
        public Order {
            command = List.copyOf(command);
            given = Map.copyOf(given);
            withheld = Set.copyOf(withheld);
        }

        /** The program and names only: a value may be a token. */
        @Override
        public String toString() {
            return "Order[" + command.get(0) + ", given " + given.keySet() + ", withheld " + withheld + "]";
        }
    }

    /**
     * Runs a program with the standard streams of this process, to its end. When this process is told to end, so is the
     * program.
     *
     * @return its exit code; 128 and the signal's number if a signal has ended it
     * @throws IOException if it cannot be started
     */
    int run(Order order) throws IOException;
}
