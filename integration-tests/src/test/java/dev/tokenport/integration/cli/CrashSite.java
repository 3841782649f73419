package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A folder in which one workflow is run and killed again and again, and what may be found there. For one thread. */
final class CrashSite implements AutoCloseable {

    private static final List<String> DATA = List.of("orders.json", "orders.csv", "orders.txt");
    private static final String REPORT = "report.json";
    private static final Pattern GENERATION = Pattern.compile("generation ([0-9]{6})");
    private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -Xlog:disable ";
    private static final Duration GLANCE = Duration.ofNanos(50_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Path work;
    private final Path temporary;
    private final OrdersService service = new OrdersService();
    private final Random random;
    private final Map<String, String> whole = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Map<String, Integer> generations = new LinkedHashMap<>();
    private final CrashTally tally = new CrashTally();
    private Pace pace = new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private int generation;

    /** How long the parts of a run take: until the token is asked for, until all is sent, until the end. */
    private record Pace(Duration start, Duration stream, Duration end) {}

    CrashSite(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        this.work = Files.createDirectory(folder.resolve("work"));
        this.temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.writeString(work.resolve("crash.yaml"), service.workflow());
    }

    /** Runs to the end, twice, and learns what whole files are and how long it takes. */
    void learn() throws Exception {
        succeed();
        for (String name : DATA) {
            whole.put(
                    name,
                    GENERATION.matcher(Files.readString(work.resolve(name))).replaceAll("generation @"));
            sizes.put(name, Files.size(work.resolve(name)));
            assertThat(whole.get(name)).contains("row 000000 of", "row 003999 of");
        }
        long begun = System.nanoTime();
        Process process = start();
        assertThat(service.awaitAsked(PATIENCE)).isTrue();
        long asked = System.nanoTime();
        assertThat(service.awaitSent(PATIENCE)).isTrue();
        long sent = System.nanoTime();
        finish(process);
        long end = System.nanoTime();
        requireAllNew();
        pace = new Pace(Duration.ofNanos(asked - begun), Duration.ofNanos(sent - asked), Duration.ofNanos(end - sent));
    }

    /**
     * Starts a run and kills it at some moment: a fifth of them before it has asked for anything, three while it reads, three
     * when it has read all, two when it has put the first file into its place.
     */
    void kill() throws Exception {
        String moment = "kill " + tally.kills + " of generation " + (generation + 1);
        Process process = start();
        int part = random.nextInt(10);
        try {
            awaitMoment(part, moment);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(moment)
                .isTrue();
        tally.kills++;
        tally.inTime += process.exitValue() == 0 ? 0 : 1;
        inspect(moment + ", part " + part + " of " + pace);
    }

    private void awaitMoment(int part, String moment) throws Exception {
        if (part >= 2) {
            assertThat(service.awaitAsked(PATIENCE)).as(moment).isTrue();
        }
        if (part >= 5) {
            assertThat(service.awaitSent(PATIENCE)).as(moment).isTrue();
        }
        Duration within = part < 2 ? pace.start() : part < 5 ? pace.stream() : pace.end();
        boolean atTheFirstMove = part >= 8;
        watch(moment, Duration.ofNanos((long) (random.nextDouble() * within.toNanos())), atTheFirstMove);
    }

    /** Waits; meanwhile nobody who looks sees half a file. All generations have the same size. */
    private void watch(String moment, Duration time, boolean untilTheFirstMove) throws IOException {
        Object before = keys();
        long end = System.nanoTime() + (untilTheFirstMove ? PATIENCE : time).toNanos();
        while (System.nanoTime() < end && !(untilTheFirstMove && !keys().equals(before))) {
            for (String name : DATA) {
                assertThat(Files.size(work.resolve(name)))
                        .as("%s: size of %s", moment, name)
                        .isEqualTo(sizes.get(name));
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** What tells the files from others of the same name. */
    private List<Object> keys() throws IOException {
        var keys = new ArrayList<Object>();
        for (String name : DATA) {
            BasicFileAttributes file = Files.readAttributes(work.resolve(name), BasicFileAttributes.class);
            keys.add(List.of(String.valueOf(file.fileKey()), file.lastModifiedTime()));
        }
        return keys;
    }

    /** Runs to the end; everything is new then, and nothing of those that were killed is left. */
    void succeed() throws Exception {
        finish(start());
        requireAllNew();
        requireJson(REPORT);
        assertThat(names(work))
                .containsExactlyInAnyOrder("crash.yaml", "orders.json", "orders.csv", "orders.txt", REPORT);
        assertThat(names(temporary)).isEmpty();
    }

    private void requireAllNew() throws IOException {
        for (String name : DATA) {
            assertThat(generation(name)).as(name).isEqualTo(generation);
            generations.put(name, generation);
        }
    }

    CrashTally tally() {
        return tally;
    }

    private void inspect(String moment) throws IOException {
        int fresh = 0;
        for (String name : DATA) {
            int found = generation(name);
            assertThat(found).as("%s: %s", moment, name).isIn(generations.get(name), generation);
            generations.put(name, found);
            fresh += found == generation ? 1 : 0;
            String expected = whole.getOrDefault(name, "").replace("generation @", "generation %06d".formatted(found));
            assertThat(Files.readString(work.resolve(name)).equals(expected))
                    .as("%s: %s is whole", moment, name)
                    .isTrue();
        }
        requireJson(REPORT);
        tally.partly += fresh > 0 && fresh < DATA.size() ? 1 : 0;
        for (String name : names(work)) {
            boolean draft = name.matches("\\.tokenport-[0-9a-f-]+\\.tmp");
            tally.leftovers += draft ? 1 : 0;
            assertThat(draft || DATA.contains(name) || name.equals(REPORT) || name.equals("crash.yaml"))
                    .as("%s: %s", moment, name)
                    .isTrue();
        }
        for (String name : names(temporary)) {
            assertThat(name).as(moment).matches("tokenport-[0-9a-f-]+\\.spool");
            tally.spools++;
        }
    }

    private Process start() throws IOException {
        generation++;
        service.reset();
        return Launcher.in(folder)
                .with("SECRET", "s3cr3t")
                .with("TOKENPORT_JAVA_OPTS", OPTIONS + "-Djava.io.tmpdir=" + temporary)
                .start(
                        "run",
                        "work/crash.yaml",
                        "--report",
                        "work/" + REPORT,
                        "--set",
                        "orders.url=" + service.url() + "/orders/" + generation);
    }

    private void finish(Process process) throws IOException, InterruptedException {
        Launcher.Finished end = Launcher.in(folder).finish(process);
        assertThat(end.code()).as(end.err()).isZero();
    }

    private int generation(String name) throws IOException {
        Matcher matcher = GENERATION.matcher(Files.readString(work.resolve(name)));
        assertThat(matcher.find()).as(name).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    /** The whole of a file is JSON. */
    private void requireJson(String name) throws IOException {
        String text = Files.readString(work.resolve(name));
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentTokenLocation().getCharOffset()).isLessThan(text.length());
            }
        }
        assertThat(text).endsWith("}\n");
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
