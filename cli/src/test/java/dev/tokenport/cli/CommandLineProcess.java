package dev.tokenport.cli;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of the command within the test's own process. For one thread. */
final class CommandLineProcess {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> variables = new HashMap<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> prompts = new ArrayList<>();
    private final List<Programs.Order> programs = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private Optional<Path> plugins = Optional.empty();
    private boolean terminal;
    private int programCode;

    CommandLineProcess with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    CommandLineProcess typing(String... lines) {
        typed.addAll(List.of(lines));
        return this;
    }

    CommandLineProcess onTerminal() {
        terminal = true;
        return this;
    }

    CommandLineProcess withPluginsIn(Path folder) {
        plugins = Optional.of(folder);
        return this;
    }

    ExitCode run(String... arguments) {
        return Tokenport.run(world(), arguments);
    }

    World world() {
        return new World(
                out,
                err,
                new World.Terminals(terminal, terminal),
                this::secret,
                Environment.of(variables),
                TimeSource.system(),
                Transports::direct,
                plugins,
                this::program,
                opened::add,
                Path.of("target"));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    CommandLineProcess ending(int code) {
        programCode = code;
        return this;
    }

    /** The programs that were run in the place of the command. */
    List<Programs.Order> programs() {
        return List.copyOf(programs);
    }

    List<String> prompts() {
        return List.copyOf(prompts);
    }

    private int program(Programs.Order order) {
        programs.add(order);
        return programCode;
    }

    private String secret(String prompt) throws EOFException {
        prompts.add(prompt);
        if (typed.isEmpty()) {
            throw new EOFException("standard input has no line for it");
        }
        return typed.remove();
    }
}
