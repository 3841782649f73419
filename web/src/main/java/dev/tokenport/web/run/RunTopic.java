package dev.tokenport.web.run;

import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import io.javalin.config.RoutesConfig;

/** The pages of runs. */
public final class RunTopic implements Topic {

    private final Site site;

    /** The topic of a site. */
    public RunTopic(Site site) {
        this.site = site;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/runs/{id}", context -> context.result(site.options().keptReports() + " reports are kept"));
    }
}
