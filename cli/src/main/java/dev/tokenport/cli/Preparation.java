package dev.tokenport.cli;

import dev.tokenport.http.Transports;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Prepares for the first request while the command line is still being read: each takes a good part of a short command, and
 * most machines have a second processor. Sends nothing, and decides nothing: whatever becomes of it, the command does the same.
 */
final class Preparation {

    private static final Set<Subcommand> SHORT = EnumSet.of(Subcommand.TOKEN, Subcommand.EXEC, Subcommand.LOGIN);

    private static final String[] VARIABLES = {"OAUTH_TOKEN_URI", "CMEM_BASE_URI"};

    private Preparation() {}

    /** Begins, in a thread that keeps nobody waiting, if the command seems to send a request. */
    static void begin(World world, String... arguments) {
        if (Subcommand.of(arguments).filter(SHORT::contains).isPresent()) {
            scheme(world, arguments).ifPresent(scheme -> {
                Transports transports = world.transports().get();
                CompletableFuture<Void> unused =
                        CompletableFuture.runAsync(() -> transports.prepare(URI.create(scheme + "://localhost")));
            });
        }
    }

    /** The scheme of the first URL that is seen: all that matters is whether TLS will be needed. */
    private static Optional<String> scheme(World world, String... arguments) {
        Stream<String> given = Stream.of(arguments).map(text -> text.substring(text.indexOf('=') + 1));
        Stream<String> variables = Stream.of(VARIABLES).flatMap(name -> world.environment().variable(name).stream());
        return Stream.concat(given, variables)
                .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
                .map(text -> text.substring(0, text.indexOf(':')))
                .findFirst();
    }
}
