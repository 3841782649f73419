package dev.tokenport.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.spi.ToolProvider;

/**
 * The servers of the demo, found as a tool of the JDK's SPI so that this module knows nothing about them: the tool prints
 * {@code NAME=VALUE} lines, an empty one when it is ready, and runs until its thread is interrupted. For one thread.
 */
final class DemoServer implements AutoCloseable {

    private static final String TOOL = "tokenport-demo-server";

    private final ExecutorService thread;
    private final Map<String, String> variables;

    private DemoServer(ExecutorService thread, Map<String, String> variables) {
        this.thread = thread;
        this.variables = Map.copyOf(variables);
    }

    /**
     * Starts the servers.
     *
     * @param arguments of the tool
     */
    static DemoServer start(String... arguments) throws InterruptedException {
        ToolProvider tool = ToolProvider.findFirst(TOOL)
                .orElseThrow(() -> CommandException.failed("demo: the installation has no tool " + TOOL));
        var lines = new Lines();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            thread.execute(() -> {
                int code = tool.run(new PrintWriter(lines, true), new PrintWriter(lines, true), arguments);
                lines.ended(code);
            });
            return new DemoServer(thread, lines.variables());
        } catch (InterruptedException | CommandException e) {
            thread.shutdownNow();
            throw e;
        }
    }

    /** What the servers say of themselves: where they are and whom they know. */
    Map<String, String> variables() {
        return variables;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Takes what the tool prints, line by line. */
    private static final class Lines extends Writer {

        private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
        private final StringBuilder line = new StringBuilder();

        @Override
        public synchronized void write(char[] characters, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (characters[i] == '\n') {
                    lines.add(Optional.of(line.toString()));
                    line.setLength(0);
                } else if (characters[i] != '\r') {
                    line.append(characters[i]);
                }
            }
        }

        synchronized void ended(int code) {
            lines.add(Optional.empty());
            line.append("ended with ").append(code);
        }

        Map<String, String> variables() throws InterruptedException {
            var variables = new HashMap<String, String>();
            String last = "";
            while (true) {
                Optional<String> next = lines.take();
                if (next.isEmpty()) {
                    throw CommandException.failed("demo: the servers did not start: " + last);
                }
                last = next.get();
                if (last.isEmpty()) {
                    return variables;
                }
                int equals = last.indexOf('=');
                if (equals > 0) {
                    variables.put(last.substring(0, equals), last.substring(equals + 1));
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
