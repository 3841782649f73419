package dev.tokenport.cli;

import dev.tokenport.operator.OperatorPage;
import dev.tokenport.operator.OperatorRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code tokenport docs}: a Markdown page for each operator. */
final class DocsCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> output =
            arguments.requiredText("--output", "DIR", "The folder for the pages; made if it is missing.");

    DocsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Writes a Markdown page for each operator.";
    }

    @Override
    public void run() {
        Path folder = WorkflowArgument.path("--output", output.value());
        OperatorRegistry operators = session.operators();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw CommandException.refused("--output '" + output.value() + "': " + WorkflowArgument.reason(e), e);
        }
        OperatorPage.all(operators).forEach((name, page) -> {
            try {
                AtomicFile.write(folder.resolve(name), page);
            } catch (IOException e) {
                throw CommandException.failed(
                        "cannot write " + name + " to " + folder + ": " + WorkflowArgument.reason(e), e);
            }
        });
        session.screen().answerLine(Words.count(operators.operators().size(), "page") + " in " + output.value());
    }
}
