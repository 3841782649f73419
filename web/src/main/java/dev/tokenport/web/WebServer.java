package dev.tokenport.web;

import dev.tokenport.web.docs.OperatorsTopic;
import dev.tokenport.web.edit.EditTopic;
import dev.tokenport.web.folder.WorkflowFolder;
import dev.tokenport.web.graph.Graphs;
import dev.tokenport.web.history.History;
import dev.tokenport.web.list.ListTopic;
import dev.tokenport.web.run.RunTopic;
import dev.tokenport.web.run.Runs;
import dev.tokenport.web.session.Gate;
import dev.tokenport.web.session.RandomToken;
import dev.tokenport.web.session.Sessions;
import dev.tokenport.web.site.Assets;
import dev.tokenport.web.site.Faults;
import dev.tokenport.web.site.Outgoing;
import dev.tokenport.web.site.Pages;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import dev.tokenport.web.workflow.WorkflowTopic;
import dev.tokenport.workflow.serve.PageServer;
import dev.tokenport.workflow.serve.ServeOptions;
import dev.tokenport.workflow.serve.Workbench;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Serves the pages. Thread-safe. */
public final class WebServer implements PageServer {

    private final InstantSource clock;

    /** A server by the clock of this machine. */
    public WebServer() {
        this(InstantSource.system());
    }

    WebServer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Serving start(Workbench workbench, ServeOptions options) throws IOException {
        var start = RandomToken.random();
        var sessions = new Sessions(clock, options.idle());
        var pages = new Pages(new Assets());
        var site = new Site(workbench, options, new WorkflowFolder(workbench.folder()), pages, clock);
        var graphs = new Graphs(site);
        var history = new History(options.history(), options.keptReports());
        var runs = new Runs(workbench, history, clock);
        List<Topic> topics = List.of(
                withClassesOf(workbench),
                new Gate(start, sessions, pages),
                new Outgoing(workbench.redactor()),
                new Faults(pages),
                pages.assets(),
                new ListTopic(site, history),
                new WorkflowTopic(site, graphs, runs, history),
                new EditTopic(site),
                new RunTopic(site, graphs, runs, history),
                new OperatorsTopic(site));
        return Listening.start(options.port(), topics, sessions, start);
    }

    /** What the command does for a page finds the command's classes, as it does elsewhere, and not those of this part alone. */
    private static Topic withClassesOf(Workbench workbench) {
        ClassLoader classes = workbench.getClass().getClassLoader();
        return routes -> routes.before(context -> Thread.currentThread().setContextClassLoader(classes));
    }
}
