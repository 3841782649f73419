package dev.tokenport.integration.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine. */
public final class Chromium {

    private static final String AXE = "axe.min.js";

    private Chromium() {}

    /** The one on the PATH; without one the test is skipped, and says so. */
    public static Path required() {
        Optional<Path> found = Stream.of(
                        Objects.toString(System.getenv("PATH"), "").split(":"))
                .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(path)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "there is no Chromium on the PATH: pages are not looked at in a browser");
        return found.orElseThrow();
    }

    /** The script that finds what people with other senses, or without a mouse, cannot use. */
    public static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Chromium.class.getClassLoader().getResourceAsStream(AXE), AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
