package dev.tokenport.silk.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A Silk without a page: a workspace that is told on standard input what to do, one command with its arguments a line, with tabs
 * between them. Its answer is lines on standard output, and then a line {@value #END}. Everything else that Silk prints goes
 * to standard error. It has nothing of Tokenport on its class path. For one thread.
 */
public final class SilkConsole {

    /** What an answer ends with. */
    public static final String END = "END";

    private final PrintStream answers;
    private final SilkRegistry registry = new SilkRegistry();
    private final SilkProjects projects = new SilkProjects();

    private SilkConsole(PrintStream answers) {
        this.answers = answers;
    }

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        var console = new SilkConsole(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setOut(System.err);
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            console.answer(List.of(line.split("\t", -1)));
        }
        System.exit(0);
    }

    private void answer(List<String> command) {
        List<String> lines;
        try {
            lines = execute(command);
        } catch (Exception e) {
            lines = List.of("exception\t" + e.getClass().getName() + "\t" + e.getMessage());
        }
        lines.forEach(line -> answers.println(line.replace("\r", "\\r").replace("\n", "\\n")));
        answers.println(END);
    }

    private List<String> execute(List<String> command) throws Exception {
        return switch (command.get(0)) {
            case "plugins" -> registry.plugins();
            case "describe" -> registry.description(command.get(1));
            case "errors" -> projects.loadingErrors(command.get(1));
            case "task" -> projects.task(command.get(1), command.get(2));
            case "save" -> projects.save(command.get(1), command.get(2));
            case "user" -> projects.user(command.get(1));
            case "start" -> projects.start(command.get(1), command.get(2));
            case "cancel" -> projects.cancel(command.get(1), command.get(2));
            case "wait" -> projects.result(command.get(1), command.get(2));
            default -> throw new IllegalArgumentException("there is no command " + command.get(0));
        };
    }
}
