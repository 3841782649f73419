package dev.tokenport.cli;

/** {@code tokenport cancel}: asks for the end of a run of an engine. */
final class CancelCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final RunQuery query = arguments.with(new RunQuery());

    CancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Asks for the end of a run that an engine has. It ends as soon as its tasks have; 'tokenport status'"
                + " tells.";
    }

    @Override
    public void run() throws InterruptedException {
        session.screen().answerLine(query.ask(session, runs -> {
            runs.cancel(query.id());
            return "run '" + query.id() + "' is being cancelled";
        }));
    }
}
