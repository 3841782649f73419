package dev.tokenport.views.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheets that come with the product. */
public final class Stylesheet {

    /** That of drawings. */
    public static final String GRAPH = read(Stylesheet.class, "graph.css");

    private Stylesheet() {}

    /** One that lies beside a class. */
    public static String read(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
