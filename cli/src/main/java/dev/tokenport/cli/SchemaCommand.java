package dev.tokenport.cli;

import dev.tokenport.workflow.WorkflowSchema;
import picocli.CommandLine.Command;

/** {@code tokenport schema}: the JSON Schema of workflow files, for editors. */
@Command(
        description = "Prints the JSON Schema of workflow files, with which editors complete and check them.",
        sortOptions = false)
final class SchemaCommand implements Subcommand.Action {

    private final Session session;

    SchemaCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        String schema = WorkflowSchema.of(session.operators());
        session.screen().answer(schema.endsWith("\n") ? schema : schema + "\n");
    }
}
