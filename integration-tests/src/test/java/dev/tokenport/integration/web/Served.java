package dev.tokenport.integration.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.cli.Launcher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process {@code tokenport serve}. For one thread. */
public final class Served implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/\\?start=[A-Za-z0-9_-]+");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final String address;

    private Served(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts one, and waits until it says where it is.
     *
     * @param place where it has its history, and what it writes
     * @param workflows the folder that it serves
     */
    public static Served start(Path place, Path workflows, Map<String, String> variables)
            throws IOException, InterruptedException {
        Process process = Launcher.in(place)
                .with(variables)
                .start("serve", workflows.toString(), "--history", place.resolve("history").toString());
        Path out = place.resolve("out");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher address = ADDRESS.matcher(Files.readString(out));
            if (address.find()) {
                return new Served(process, address.group());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        process.destroyForcibly();
        throw new IOException("it does not say where it is: " + Files.readString(out)
                + Files.readString(place.resolve("err")));
    }

    /** The address that it printed. */
    public String address() {
        return address;
    }

    /** Its address without the start token, and without a slash at the end. */
    public String root() {
        return address.substring(0, address.indexOf("/?"));
    }

    int port() {
        return URI.create(address).getPort();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the server ends")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
