package dev.tokenport.benchmarks.data;

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

    private final int entities;
    private final Path folder;
    private final long checksum;
    private final Command ours;
    private final Command limit;
    private long ourPeak;
    private long limitPeak;

    private Copying(int entities, Path folder) throws IOException {
        this.entities = entities;
        this.folder = folder;
        Path workflow = Files.writeString(folder.resolve("copy.yaml"), WORKFLOW);
        Orders.write(source(), entities);
        this.checksum = Orders.checksum(source());
        this.ours = Command.tokenport(workflow, HEAP);
        this.limit = Command.java(
                BareCopy.class, HEAP, List.of(source().toString(), between().toString(), copy().toString()));
    }

    /** A file of so many orders. */
    static Copying of(int entities) throws IOException {
        return new Copying(entities, Files.createTempDirectory("tokenport-stream"));
    }

    /** The entities that Tokenport copies in a second. */
    double oursPerSecond() throws IOException, InterruptedException {
        Command.Ran ran = copied(ours);
        ourPeak = Math.max(ourPeak, ran.peakBytes());
        return entities / ran.seconds();
    }

    /** The rows that the bare libraries copy in a second. */
    double limitPerSecond() throws IOException, InterruptedException {
        Command.Ran ran = copied(limit);
        limitPeak = Math.max(limitPeak, ran.peakBytes());
        return entities / ran.seconds();
    }

    /** The most octets that Tokenport held. */
    double ourPeak() {
        return ourPeak;
    }

    /** The most octets that the bare libraries held. */
    double limitPeak() {
        return limitPeak;
    }

    private Command.Ran copied(Command command) throws IOException, InterruptedException {
        Command.Ran ran = command.run();
        if (Orders.checksum(copy()) != checksum) {
            throw new IOException("the copy by " + command.words().get(0) + " is not the file that was copied");
        }
        deleteCopies();
        return ran;
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
