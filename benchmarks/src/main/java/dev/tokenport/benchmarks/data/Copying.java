package dev.tokenport.benchmarks.data;

import dev.tokenport.benchmarks.Java;
import dev.tokenport.benchmarks.ProcessRun;
import dev.tokenport.benchmarks.Tokenport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One file of orders in a temporary folder, copied by either side. For one thread. */
final class Copying implements AutoCloseable {

    private static final String HEAP = "-Xmx64m";
    private static final String WORKFLOW = """
            workflow: copy
            tasks:
              source:
                operator: csv-dataset
                parameters: {file: orders.csv}
              between:
                operator: json-dataset
                inputs: source
                parameters: {file: orders.json}
              copy:
                operator: csv-dataset
                inputs: between
                parameters: {file: copy.csv}
            """;

    private static final int LOOK_MILLIS = 20;

    private final int entities;
    private final Path folder;
    private final long checksum;
    private final ProcessRun.Program ours;
    private final ProcessRun.Program limit;
    private double ourPeak;
    private double limitPeak;

    private Copying(int entities, Path folder) throws IOException {
        this.entities = entities;
        this.folder = folder;
        Path workflow = Files.writeString(folder.resolve("copy.yaml"), WORKFLOW);
        Orders.write(source(), entities);
        this.checksum = Orders.checksum(source());
        this.ours = Tokenport.withOption(HEAP, folder, "run", workflow.toString());
        this.limit = Java.program(
                folder,
                BareCopy.class,
                HEAP,
                List.of(source().toString(), between().toString(), copy().toString()));
    }

    /** A file of so many orders. */
    static Copying of(int entities) throws IOException {
        return new Copying(entities, Files.createTempDirectory("tokenport-stream"));
    }

    /** The entities that Tokenport copies in a second. */
    double oursPerSecond() throws IOException, InterruptedException {
        ProcessRun run = copied(ours);
        ourPeak = Math.max(ourPeak, run.peak().orElse(0));
        return entities / run.seconds();
    }

    /** The rows that the bare libraries copy in a second. */
    double limitPerSecond() throws IOException, InterruptedException {
        ProcessRun run = copied(limit);
        limitPeak = Math.max(limitPeak, run.peak().orElse(0));
        return entities / run.seconds();
    }

    /** The most memory that Tokenport held, in MiB; 0 where the system does not tell. */
    double ourPeak() {
        return ourPeak;
    }

    /** The most memory that the bare libraries held. */
    double limitPeak() {
        return limitPeak;
    }

    private ProcessRun copied(ProcessRun.Program program) throws IOException, InterruptedException {
        ProcessRun run = program.watched(LOOK_MILLIS);
        if (Orders.checksum(copy()) != checksum) {
            throw new IOException("the copy by " + program.words().get(0) + " is not the file that was copied");
        }
        deleteCopies();
        return run;
    }

    private void deleteCopies() throws IOException {
        Files.deleteIfExists(between());
        Files.deleteIfExists(copy());
    }

    private Path source() {
        return folder.resolve("orders.csv");
    }

    private Path between() {
        return folder.resolve("orders.json");
    }

    private Path copy() {
        return folder.resolve("copy.csv");
    }

    @Override
    public void close() throws IOException {
        deleteCopies();
        Files.deleteIfExists(source());
        Files.deleteIfExists(folder.resolve("copy.yaml"));
        Files.deleteIfExists(folder);
    }
}
