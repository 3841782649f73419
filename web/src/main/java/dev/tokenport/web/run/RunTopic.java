package dev.tokenport.web.run;

import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.graph.Graphs;
import dev.tokenport.web.history.History;
import dev.tokenport.web.history.PastRun;
import dev.tokenport.web.site.Address;
import dev.tokenport.web.site.EventStream;
import dev.tokenport.web.site.Page;
import dev.tokenport.web.site.Section;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.RunReport;
import gg.jte.generated.web.run.JteendGenerated;
import gg.jte.generated.web.run.JterunGenerated;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** The pages of runs. */
public final class RunTopic implements Topic {

    private static final String ALREADY = "already";

    private final Site site;
    private final Runs runs;
    private final History history;
    private final RunPage page;
    private final Followers followers = new Followers();

    /** The topic of a site. */
    public RunTopic(Site site, Graphs graphs, Runs runs, History history) {
        this.site = site;
        this.runs = runs;
        this.history = history;
        this.page = new RunPage(graphs, site.workbench().redactor());
        site.pages().assets().add(RunTopic.class, "run.js");
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/runs", this::start);
        routes.get("/runs/{id}", this::show);
        routes.get("/runs/{id}/end", this::end);
        routes.sse("/runs/{id}/events", this::follow);
        routes.post("/runs/{id}/cancel", this::cancel);
        routes.get("/runs/{id}/report", this::report);
        routes.get("/runs/{id}/report.json", this::json);
    }

    private void start(Context context) throws IOException {
        String path = Objects.requireNonNullElse(context.formParam("workflow"), "");
        if (path.isEmpty()) {
            throw new BadRequestResponse("the form has no field 'workflow'");
        }
        WorkflowText text = site.folder().read(path);
        boolean isNew = runs.current(path).isEmpty();
        try {
            Plan plan = site.workbench().plan(text.file(), text.text());
            Run run = runs.start(text, plan);
            context.redirect(Address.run(run.id()) + (isNew ? "" : "?" + ALREADY), HttpStatus.SEE_OTHER);
        } catch (WorkflowException e) {
            throw new ConflictResponse(path + " has mistakes and cannot run; its page shows them all: "
                    + e.problems().get(0).message());
        } catch (RejectedExecutionException e) {
            throw new ConflictResponse(Objects.toString(e.getMessage(), ""));
        }
    }

    private void show(Context context) {
        Optional<Run> run = runs.find(context.pathParam("id"));
        String note = context.queryParam(ALREADY) == null
                ? ""
                : "This workflow was running already, and runs once at a time: this is that run.";
        RunView view = run.isPresent() ? page.of(run.get(), note) : page.of(past(context));
        Page frame = site.pages()
                .page(
                        context,
                        view.name() + ": " + view.phase(),
                        Section.WORKFLOWS,
                        "graph.css",
                        "graphs.css",
                        "graph.js",
                        "run.js");
        site.pages().show(context, output -> JterunGenerated.render(output, null, frame, view));
    }

    private void end(Context context) {
        Optional<Run> run = runs.find(context.pathParam("id"));
        RunView view = run.isPresent() ? page.of(run.get(), "") : page.of(past(context));
        EndView end = view.end().orElseThrow(() -> new ConflictResponse("the run goes on"));
        String csrf = site.pages().page(context, "", Section.NONE).csrf();
        site.pages().show(context, output -> JteendGenerated.render(output, null, csrf, end));
    }

    private PastRun past(Context context) {
        return history.find(context.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("there is no such run, or it is not kept any more"));
    }

    private void follow(SseClient client) {
        Run run = runs.find(client.ctx().pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("there is no such run, or it was over long ago"));
        followers.follow(run, EventStream.open(client, site.workbench().redactor(), () -> {}));
    }

    private void cancel(Context context) {
        String id = context.pathParam("id");
        Run run =
                runs.find(id).orElseThrow(() -> new NotFoundResponse("there is no such run, or it was over long ago"));
        run.cancel();
        context.redirect(Address.run(id), HttpStatus.SEE_OTHER);
    }

    private void report(Context context) throws IOException {
        Optional<RunReport> report = report(context.pathParam("id"));
        String text = report.isPresent()
                ? site.workbench().page(report.get())
                : history.page(context.pathParam("id")).orElseThrow(RunTopic::noReport);
        ReportAnswer.show(context, text);
    }

    private void json(Context context) throws IOException {
        String id = context.pathParam("id");
        Optional<RunReport> report = report(id);
        String text =
                report.isPresent() ? report.get().toJson() : history.json(id).orElseThrow(RunTopic::noReport);
        context.header("Content-Disposition", "attachment; filename=\"report-" + id + ".json\"");
        context.contentType("application/json; charset=utf-8").result(text);
    }

    private static NotFoundResponse noReport() {
        return new NotFoundResponse("there is no report of this run, or it is not kept any more");
    }

    /** The report of a run that is still known. */
    private Optional<RunReport> report(String id) {
        return runs.find(id).flatMap(Run::end).flatMap(Run.End::report);
    }

    @Override
    public void close() {
        runs.close();
        followers.close();
    }
}
