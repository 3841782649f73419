package dev.tokenport.web.list;

import dev.tokenport.web.folder.Listing;
import dev.tokenport.web.history.History;
import dev.tokenport.web.history.PastRun;
import dev.tokenport.web.site.Address;
import dev.tokenport.web.site.Page;
import dev.tokenport.web.site.Pages;
import dev.tokenport.web.site.Section;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import dev.tokenport.workflow.view.Figures;
import gg.jte.generated.web.list.JtelistGenerated;
import gg.jte.generated.web.list.JtepartGenerated;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;

/** The page with all workflows. */
public final class ListTopic implements Topic {

    private final Site site;
    private final History history;
    private final Summaries summaries;

    /** The topic of a site. */
    public ListTopic(Site site, History history) {
        this.site = site;
        this.history = history;
        this.summaries = new Summaries(site);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/", this::show);
    }

    private void show(Context context) {
        ListView view = view(Objects.requireNonNullElse(context.queryParam("q"), ""));
        if (Pages.isPart(context)) {
            site.pages().show(context, output -> JtepartGenerated.render(output, null, view));
        } else {
            Page page = site.pages().page(context, "Workflows", Section.WORKFLOWS);
            site.pages().show(context, output -> JtelistGenerated.render(output, null, page, view));
        }
    }

    private ListView view(String searched) {
        Listing listing = site.folder().list();
        Query query = Query.of(searched);
        List<ListView.Row> rows = summaries.of(listing).stream()
                .filter(query::finds)
                .map(summary -> row(summary, query))
                .toList();
        String folder = site.folder().root().toString();
        return new ListView(folder, searched, listing.paths().size(), listing.isCut(), rows);
    }

    private ListView.Row row(Summary summary, Query query) {
        boolean isValid = summary.mistakes() == 0 && summary.fault().isEmpty();
        return new ListView.Row(
                summary.path(),
                summary.name(),
                isValid ? String.valueOf(summary.tasks().size()) : "",
                query.tasks(summary),
                mistakes(summary),
                history.last(summary.path()).map(ListTopic::last));
    }

    private static String mistakes(Summary summary) {
        return switch (summary.mistakes()) {
            case 0 -> summary.fault();
            case 1 -> "1 mistake";
            default -> summary.mistakes() + " mistakes";
        };
    }

    private static ListView.Last last(PastRun last) {
        return new ListView.Last(
                Address.run(last.id()),
                last.outcome().toString(),
                Figures.time(last.finished()),
                last.finished().toString());
    }
}
