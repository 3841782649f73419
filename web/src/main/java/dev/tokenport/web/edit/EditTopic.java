package dev.tokenport.web.edit;

import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import io.javalin.config.RoutesConfig;

/** The pages on which a workflow is changed. */
public final class EditTopic implements Topic {

    private final Site site;

    /** The topic of a site. */
    public EditTopic(Site site) {
        this.site = site;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(
                "/edit/<path>",
                context -> context.result(
                        site.folder().read(context.pathParam("path")).path()));
    }
}
