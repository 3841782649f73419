package dev.tokenport.cli;

import dev.tokenport.operator.OperatorPage;
import dev.tokenport.operator.OperatorRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tokenport docs}: a Markdown page for each operator. */
@Command(description = "Writes a Markdown page for each operator.", sortOptions = false)
final class DocsCommand implements Subcommand.Action {

    private final Session session;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder for the pages; made if it is missing.")
    private String output = "";

    DocsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Path folder = WorkflowArgument.path("--output", output);
        OperatorRegistry operators = session.operators();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw CommandException.refused("--output '" + output + "': " + WorkflowArgument.reason(e), e);
        }
        OperatorPage.all(operators).forEach((name, page) -> {
            try {
                AtomicFile.write(folder.resolve(name), page);
            } catch (IOException e) {
                throw CommandException.failed(
                        "cannot write " + name + " to " + folder + ": " + WorkflowArgument.reason(e), e);
            }
        });
        session.screen().answerLine(Words.count(operators.operators().size(), "page") + " in " + output);
    }
}
