package dev.tokenport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ratios of a run by the ids of their findings; a file of lines {@code id=ratio}, sorted.
 *
 * <p>Only what has a peer is kept: a figure without one is the machine's as much as Tokenport's.
 */
record Ratios(SortedMap<String, Double> byId) {

    private static final double MOVED = 0.15;

    static Ratios of(List<Measurement> measured) {
        var ratios = new TreeMap<String, Double>();
        for (Measurement measurement : measured) {
            for (Finding finding : measurement.findings()) {
                finding.peer().ifPresent(peer -> ratios.put(finding.id(), peer.ratio()));
            }
        }
        return new Ratios(ratios);
    }

    /** Reads a file; one that is not there has no ratios. */
    static Ratios read(Path file) throws IOException {
        var ratios = new TreeMap<String, Double>();
        if (Files.exists(file)) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int sign = line.indexOf('=');
                try {
                    ratios.put(line.substring(0, sign), Double.valueOf(line.substring(sign + 1)));
                } catch (IndexOutOfBoundsException | NumberFormatException e) {
                    throw new IOException(file + ":" + number + ": '" + line + "' is not id=ratio", e);
                }
            }
        }
        return new Ratios(ratios);
    }

    /** These ratios, replaced by the newer ones where there are any. */
    Ratios with(Ratios newer) {
        var all = new TreeMap<>(byId);
        all.putAll(newer.byId);
        return new Ratios(all);
    }

    /** What moved by more than 15 % on the way to the newer ratios, a line each. */
    List<String> moved(Ratios newer) {
        List<String> lines = new ArrayList<>();
        newer.byId.forEach((id, now) -> {
            Double before = byId.get(id);
            if (before != null && Math.abs(now / before - 1) > MOVED) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s: the ratio was %.3f and is %.3f (%+.0f %%)",
                        id,
                        before,
                        now,
                        (now / before - 1) * 100));
            }
        });
        return lines;
    }

    void write(Path file) throws IOException {
        var text = new StringBuilder("# Tokenport's figure divided by the peer's; written by make bench.\n");
        byId.forEach((id, ratio) -> text.append(id)
                .append('=')
                .append(String.format(Locale.ROOT, "%.3f", ratio))
                .append('\n'));
        Files.writeString(file, text);
    }
}
