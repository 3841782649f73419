package dev.tokenport.cli;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of the command within the test's own process, for tests that have the operators too. For one thread. */
public final class InProcess {

    private static final Transports TRANSPORTS = Transports.direct();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> variables = new HashMap<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<Programs.Order> programs = new ArrayList<>();
    private final Path temporary;

    /**
     * How a call ended.
     *
     * @param code its exit code
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     * @param programs the programs that were run in its place: words, variables given, and names of variables withheld
     */
    public record Ended(int code, String out, String err, List<String> programs) {}

    /** A call whose temporary files are in this folder. */
    public InProcess(Path temporary) {
        this.temporary = temporary;
    }

    /** With these environment variables. */
    public InProcess with(Map<String, String> more) {
        variables.putAll(more);
        return this;
    }

    /** With what is typed where it asks. */
    public InProcess typing(String... lines) {
        typed.addAll(List.of(lines));
        return this;
    }

    /** Calls it. */
    public Ended run(List<String> arguments) {
        ExitCode code = Tokenport.run(world(), arguments.toArray(String[]::new));
        return new Ended(
                code.number(),
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8),
                programs.stream()
                        .map(order -> order.command() + " " + order.given() + " " + order.withheld())
                        .toList());
    }

    /**
     * Verifies a task of a workflow file.
     *
     * @return what is told, a line each
     */
    public List<String> verify(Path file, String task) throws WorkflowException, IOException, InterruptedException {
        Session session = Session.in(world());
        List<String> lines = new ArrayList<>();
        var run = new WorkflowRun(session, new SecretOptions().sources(session));
        Plan plan = Plan.read(file, List.of(), session.operators());
        boolean got = new TaskVerification(run, lines::add).of(plan, task);
        lines.add(got ? "got it" : "did not get it");
        return lines;
    }

    private World world() {
        return new World(
                out,
                err,
                new World.Terminals(false, false),
                this::secret,
                Environment.of(variables),
                TimeSource.system(),
                () -> TRANSPORTS,
                Optional.of(temporary.resolve("plugins")),
                this::program,
                page -> {},
                temporary);
    }

    private int program(Programs.Order order) {
        programs.add(order);
        return 0;
    }

    private String secret(String prompt) throws EOFException {
        if (typed.isEmpty()) {
            throw new EOFException("standard input has no line for it");
        }
        return typed.remove();
    }
}
