package dev.tokenport.web.workflow;

import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import io.javalin.config.RoutesConfig;

/** The pages of single workflows. */
public final class WorkflowTopic implements Topic {

    private final Site site;

    /** The topic of a site. */
    public WorkflowTopic(Site site) {
        this.site = site;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(
                "/workflows/<path>",
                context -> context.result(
                        site.folder().read(context.pathParam("path")).path()));
    }
}
