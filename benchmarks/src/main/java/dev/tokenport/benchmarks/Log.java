package dev.tokenport.benchmarks;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says on standard error how far the measurements are, and keeps what could not be measured. Thread-safe. */
public final class Log {

    private final PrintStream out;
    private final Set<String> missing = new LinkedHashSet<>();

    Log(PrintStream out) {
        this.out = out;
    }

    /** Says a line. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Notes a peer that is not there, with the reason; the page names it. */
    public synchronized void missing(String peer, String reason) {
        if (!missing.add(peer + ": " + reason)) {
            return;
        }
        say("  not measured: " + peer + ": " + reason);
    }

    /** What was not there since the last call. */
    synchronized List<String> takeMissing() {
        List<String> taken = List.copyOf(missing);
        missing.clear();
        return taken;
    }
}
