package dev.tokenport.testkit.conformance;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the operators of a test have seen and done, in order, and where they meet. Thread-safe. */
final class Journal {

    private final List<String> lines = new ArrayList<>();
    private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<String> runs = ConcurrentHashMap.newKeySet();
    private int running;
    private int mostRunning;

    /** Writes down {@code TASK what}. */
    synchronized void add(String task, String what) {
        lines.add(task + " " + what);
    }

    /** All lines, in order. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines of one task, without its name. */
    synchronized List<String> of(String task) {
        String prefix = task + " ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** Remembers a thread. */
    void met(Thread thread) {
        threads.add(thread);
    }

    /** The threads that were met. */
    Set<Thread> threads() {
        return Set.copyOf(threads);
    }

    /** Remembers the identity of a run. */
    void ran(String run) {
        runs.add(run);
    }

    /** The identities of runs that were met. */
    Set<String> runs() {
        return Set.copyOf(runs);
    }

    synchronized void enter() {
        running++;
        mostRunning = Math.max(mostRunning, running);
    }

    synchronized void leave() {
        running--;
    }

    /** How many tasks were executing at the same time at the most. */
    synchronized int mostRunning() {
        return mostRunning;
    }

    /** A latch that opens when so many have come. */
    CountDownLatch latch(String name, int count) {
        return latches.computeIfAbsent(name, key -> new CountDownLatch(count));
    }

    /** A value as a line shows it: its type in JSON before anything that is no string. */
    static String shown(@Nullable Value value) {
        if (value instanceof Value.SecretValue secret) {
            return "secret of " + secret.task();
        }
        if (value instanceof Value.Text text) {
            return switch (text.type()) {
                case STRING -> text.text();
                case NUMBER -> "number " + text.text();
                case BOOLEAN -> "boolean " + text.text();
                case JSON -> "json " + text.text();
            };
        }
        return "nothing";
    }

    /** The first values of all paths. */
    static String shown(Entity entity) {
        return new TreeMap<>(entity.schema().paths().stream()
                        .collect(Collectors.toMap(
                                path -> path.name(),
                                path -> shown(entity.first(path.name()).orElse(null)))))
                .toString();
    }
}
