package dev.tokenport.cli;

import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.serve.PageServer;
import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import dev.tokenport.workflow.serve.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code tokenport serve}: pages on this machine, from which a person looks at workflows, changes and runs them. */
final class ServeCommand implements Subcommand.Action {

    private static final InstalledParts<PageServer> PARTS =
            new InstalledParts<>(PageServer.class, "part", "TOKENPORT_PARTS");
    private static final int LARGEST_PORT = 65535;

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> folder =
            arguments.optionalArgument("FOLDER", "The folder with the workflows (default: this one).");

    private final Given<Integer> port =
            arguments.number("--port", "PORT", "Where on this machine (default: any port that is free).", 0);

    private final Given<Boolean> open = arguments.flag("--open", "Open the page in the browser.");

    private final Given<@Nullable String> history = arguments.text(
            "--history",
            "FOLDER",
            "Where reports of runs are kept, for you only (default: tokenport/history in the folder for what happened,"
                    + " XDG_STATE_HOME or ~/.local/state).");

    private final Given<Integer> keepReports = arguments.number(
            "--keep-reports", "N", "How many reports of a workflow are kept, the newest ones (default: 50).", 50);

    private final Given<@Nullable String> idle = arguments.text(
            "--idle", "DURATION", "After how long a session ends in which nothing is asked (default: 1h).");

    private final ParallelOption parallel =
            arguments.with(new ParallelOption("How many tasks of a run may run side by side"));

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Serves pages to you alone, on this machine, until Ctrl-C: the workflows in a folder, to look at, change,"
                + " verify and run. Prints the address to open.";
    }

    @Override
    public void run() throws InterruptedException {
        Path workflows = workflows();
        ServeOptions options = options(workflows);
        var runs = new LocalRunner.Options(parallel.value());
        var workbench = new LocalWorkbench(
                session, workflows, session.operators(), InstalledViews.load(session.world()), secrets, runs);
        PageServer server = PARTS.load(session.world(), new Chosen("", "", "web", Path.of("")));
        OperatorLog.toScreen(session);
        try (Serving serving = started(server, workbench, options)) {
            session.screen().answerNow("open " + serving.address() + " (Ctrl-C ends it)");
            awaitEnd(serving.address());
        } catch (IOException e) {
            throw CommandException.failed("the address cannot be told: " + WorkflowArgument.reason(e), e);
        }
    }

    private static Serving started(PageServer server, Workbench workbench, ServeOptions options) {
        try {
            return server.start(workbench, options);
        } catch (IOException e) {
            throw CommandException.refused(WorkflowArgument.reason(e), e);
        }
    }

    @SuppressWarnings("try") // the page is there while it is open; nobody calls it
    private void awaitEnd(String address) throws InterruptedException, IOException {
        try (@Nullable StartPage page = open.value() ? opened(address).orElse(null) : null) {
            new CountDownLatch(1).await();
        }
    }

    private Optional<StartPage> opened(String address) throws IOException {
        StartPage page = StartPage.to(address, session.world().temporary());
        try {
            session.world().browser().open(page.file());
            return Optional.of(page);
        } catch (IOException e) {
            page.close();
            session.screen().say("--open: no browser can be started; open the address in one");
            return Optional.empty();
        }
    }

    private Path workflows() {
        String named = folder.value() == null ? "." : folder.value();
        Path path = WorkflowArgument.path("FOLDER", named);
        if (!Files.isDirectory(path)) {
            throw CommandException.refused(named + ": "
                    + (Files.exists(path) ? "this is a file; name the folder it is in" : "there is no such folder"));
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw CommandException.refused(named + ": " + WorkflowArgument.reason(e), e);
        }
    }

    private ServeOptions options(Path workflows) {
        if (port.value() < 0 || port.value() > LARGEST_PORT) {
            throw CommandException.refused("--port '" + port.value() + "' is not between 0 and " + LARGEST_PORT);
        }
        if (keepReports.value() < 1) {
            throw CommandException.refused("--keep-reports '" + keepReports.value() + "' is less than 1");
        }
        return new ServeOptions(
                port.value(),
                HistoryFolder.of(history.value(), workflows, session.world().environment()),
                keepReports.value(),
                ServeTuning.idle(idle.value()));
    }
}
