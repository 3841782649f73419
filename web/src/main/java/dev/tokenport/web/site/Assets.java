package dev.tokenport.web.site;

import dev.tokenport.web.folder.Sha256;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The scripts and style sheets. They come with the product, so that there is nothing secret in them; the address of each has
 * its hash in it, and a browser may keep it for good. Thread-safe.
 */
public final class Assets implements Topic {

    /** How all their addresses begin. */
    public static final String ROOT = "/assets/";

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final int SHOWN = 16;

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    /** What all pages load. */
    public Assets() {
        add(Assets.class, "htmx.min.js");
        add(Assets.class, "pages.js");
        add(Assets.class, "pages.css");
        add(Assets.class, "icon.svg");
    }

    /** Adds a file that lies beside a class. */
    public void add(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            add(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a text as if it were a file of this name. */
    public void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, byte[] octets) {
        assets.put(name, new Asset(octets, Sha256.hex(octets).substring(0, SHOWN)));
    }

    /** The address of one, by its name. */
    public String address(String name) {
        return ROOT + asset(name).hash() + "/" + name;
    }

    private Asset asset(String name) {
        @Nullable Asset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("there is no asset '" + name + "'");
        }
        return asset;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(ROOT + "{hash}/{name}", this::give);
    }

    private void give(Context context) {
        String name = context.pathParam("name");
        @Nullable Asset asset = assets.get(name);
        if (asset == null || !asset.hash().equals(context.pathParam("hash"))) {
            throw new NotFoundResponse("there is no such file");
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        context.header("Cache-Control", "private, max-age=31536000, immutable")
                .contentType(type)
                .result(asset.octets());
    }

    // Of octets that nobody changes, and that nobody compares.
    @SuppressWarnings("ArrayRecordComponent")
    private record Asset(byte[] octets, String hash) {}
}
