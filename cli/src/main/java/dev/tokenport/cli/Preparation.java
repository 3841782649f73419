package dev.tokenport.cli;

import dev.tokenport.http.Transports;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Prepares for the first request while the command line is still being read: each takes a good part of a short command, and
 * most machines have a second processor. Sends nothing, and decides nothing: whatever becomes of it, the command does the same.
 */
final class Preparation {

    private static final String[] VARIABLES = {"OAUTH_TOKEN_URI", "CMEM_BASE_URI"};

    private Preparation() {}

    /** Begins, in a thread that keeps nobody waiting, if the command seems to send a request. */
    static void begin(World world, String... arguments) {
        Optional<Subcommand> command = Subcommand.of(arguments);
        if (command.isEmpty() || !command.get().isShort()) {
            return;
        }
        URI likely = likely(world, arguments);
        if (likely != null) {
            Transports transports = world.transports().get();
            CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> transports.prepare(likely));
        }
    }

    /** The first URL that is seen, without all that does not matter: only whether TLS will be needed does. */
    private static @Nullable URI likely(World world, String... arguments) {
        for (String argument : arguments) {
            URI given = origin(argument.substring(argument.indexOf('=') + 1));
            if (given != null) {
                return given;
            }
        }
        for (String variable : VARIABLES) {
            URI given = origin(world.environment().variable(variable).orElse(""));
            if (given != null) {
                return given;
            }
        }
        return null;
    }

    private static @Nullable URI origin(String text) {
        if (text.startsWith("https://")) {
            return URI.create("https://localhost");
        }
        return text.startsWith("http://") ? URI.create("http://localhost") : null;
    }
}
