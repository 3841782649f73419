package dev.tokenport.cli;

import dev.tokenport.oauth2.TokenClient;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/**
 * Prepares for the first request while the command line is still being read: each takes a good part of a short command, and
 * most machines have a second processor. Sends nothing, and decides nothing: whatever becomes of it, the command does the same.
 */
final class Preparation {

    private static final String[] VARIABLES = {"OAUTH_TOKEN_URI", "CMEM_BASE_URI"};
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    private Preparation() {}

    /** Begins, in threads that keep nobody waiting, if the command seems to send a request. */
    static void begin(World world, String... arguments) {
        Optional<Subcommand> command = Subcommand.of(arguments);
        if (command.isEmpty() || !command.get().isShort()) {
            return;
        }
        Scheme likely = likely(world, arguments);
        if (likely == Scheme.HTTPS) {
            start(world.transports().get()::prepareTls);
        }
        if (likely != Scheme.NONE) {
            start(TokenClient::prepare);
        }
    }

    private static void start(Runnable part) {
        // What it throws is kept, for nobody: the command comes upon it again.
        Thread thread = THREADS.newThread(new FutureTask<>(part, null));
        thread.setDaemon(true);
        thread.start();
    }

    private enum Scheme {
        NONE,
        HTTP,
        HTTPS
    }

    /** What the arguments speak of, else the variables; both schemes are https, since the other may be that of a proxy. */
    private static Scheme likely(World world, String... arguments) {
        Scheme likely = Scheme.NONE;
        for (String argument : arguments) {
            likely = later(likely, argument.substring(argument.indexOf('=') + 1));
        }
        if (likely != Scheme.NONE) {
            return likely;
        }
        for (String variable : VARIABLES) {
            likely = later(likely, world.environment().variable(variable).orElse(""));
        }
        return likely;
    }

    private static Scheme later(Scheme known, String text) {
        if (text.startsWith("https://")) {
            return Scheme.HTTPS;
        }
        return known == Scheme.NONE && text.startsWith("http://") ? Scheme.HTTP : known;
    }
}
