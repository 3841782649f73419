package dev.tokenport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tokenport cancel}: asks for the end of a run of an engine. */
@Command(
        description =
                "Asks for the end of a run that an engine has. It ends as soon as its tasks have; 'tokenport status'"
                        + " tells.",
        sortOptions = false)
final class CancelCommand implements Subcommand.Action {

    private final Session session;

    @Mixin
    private RunQuery query = new RunQuery();

    CancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
        boolean asked = query.ask(session, runs -> {
            runs.cancel(query.id());
            return true;
        });
        if (asked) {
            session.screen().answerLine("run '" + query.id() + "' is being cancelled");
        }
    }
}
