package dev.tokenport.web.list;

import dev.tokenport.web.site.Page;
import dev.tokenport.web.site.Section;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import gg.jte.generated.web.list.JtelistGenerated;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The page with all workflows. */
public final class ListTopic implements Topic {

    private final Site site;

    /** The topic of a site. */
    public ListTopic(Site site) {
        this.site = site;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/", this::show);
    }

    private void show(Context context) {
        Page page = site.pages().page(context, "Workflows", Section.WORKFLOWS);
        var listing = site.folder().list();
        site.pages().show(context, output -> JtelistGenerated.render(output, null, page, listing));
    }
}
