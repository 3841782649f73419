package dev.tokenport.cli;

import dev.tokenport.workflow.WorkflowSchema;

/** {@code tokenport schema}: the JSON Schema of workflow files, for editors. */
final class SchemaCommand implements Subcommand.Action {

    private final Session session;

    SchemaCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return new Arguments();
    }

    @Override
    public String description() {
        return "Prints the JSON Schema of workflow files, with which editors complete and check them.";
    }

    @Override
    public void run() {
        String schema = WorkflowSchema.of(session.operators());
        session.screen().answer(schema.endsWith("\n") ? schema : schema + "\n");
    }
}
