package dev.tokenport.benchmarks.data;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.InTurn;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Peer;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures datasets: CSV to JSON to CSV, beside the libraries that read and write them. */
public final class StreamSection implements Section {

    private static final String LIMIT = "FastCSV and jackson-core (the limit)";
    private static final int MILLION = 1_000_000;

    /**
     * So many entities, so often.
     *
     * @param word how the ids of its findings call it
     */
    private record Size(int entities, int rounds, String word) {}

    /** The section. */
    public StreamSection() {}

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public String title() {
        return "Stream: entities through datasets";
    }

    @Override
    public String method() {
        return """
                `tokenport run` of a workflow of three tasks: a CSV dataset is read, a JSON dataset is written from it, and a second CSV \
                dataset is written from that JSON file. The rows have six columns and about 75 octets. Both are processes with a heap of \
                64 MiB (`-Xmx64m`), measured from start to exit.

                The limit is a program that does the same two steps, one after the other, with the same libraries and nothing between them: \
                FastCSV reads, jackson-core writes, jackson-core reads, FastCSV writes. It knows its columns, checks nothing, and reports \
                nothing. Tokenport has its archive of classes, as after the first run, the limit the one that comes with Java. After each \
                run the octets of the last file are compared with those of the first. Memory is the peak of \
                the process (`VmHWM`), Java included.""";
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        List<Size> sizes = effort == Effort.SHORT
                ? List.of(new Size(MILLION, 1, "1m"))
                : List.of(
                        new Size(MILLION / 10, 7, "100k"),
                        new Size(MILLION, 5, "1m"),
                        new Size(10 * MILLION, 2, "10m"));
        List<Finding> findings = new ArrayList<>();
        for (Size size : sizes) {
            try (var copying = Copying.of(size.entities())) {
                findings.addAll(measure(size, copying, log));
            }
        }
        return findings;
    }

    private static List<Finding> measure(Size size, Copying copying, Log log) throws Exception {
        InTurn rates = InTurn.measure(1, size.rounds(), copying::oursPerSecond, copying::limitPerSecond);
        String what = String.format(Locale.ROOT, "%,d entities, CSV → JSON → CSV", size.entities());
        log.say("  " + what + String.format(Locale.ROOT, ": ratio %.2f", rates.ratio()));
        return List.of(
                Finding.of("stream." + size.word(), what, Unit.PER_SECOND, rates.ours())
                        .beside(rates.peer(LIMIT))
                        .shall(Goal.atLeast(0.7)),
                Finding.of(
                                "stream." + size.word() + ".memory",
                                "the same: peak memory",
                                Unit.MEBIBYTES,
                                copying.ourPeak())
                        .beside(Peer.of(LIMIT, copying.ourPeak(), copying.limitPeak())));
    }
}
