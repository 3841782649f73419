package dev.tokenport.cli;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.view.ViewedRun;
import dev.tokenport.workflow.view.Views;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The part of the product that draws, which is loaded when something is to be drawn. */
final class InstalledViews {

    private static final InstalledParts<Views> PARTS = new InstalledParts<>(Views.class, "part", "TOKENPORT_PARTS");

    private InstalledViews() {}

    /** Loads it. */
    static Views load(World world) {
        return PARTS.load(world, new Chosen("", "", "views", Path.of("")));
    }

    /** Whether a file is to be a page, by its name. */
    static boolean isPage(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    /** The page of a run. Labels and names come from a file, in which a secret may stand in the wrong place. */
    static String page(Views views, RunReport report, Session session) {
        var run = ViewedRun.of(report, id -> operatorName(session, id), session.redactor()::redact);
        return views.page(run);
    }

    private static String operatorName(Session session, String id) {
        return Optional.of(id)
                .flatMap(session.operators()::find)
                .map(operator -> operator.description().label())
                .orElse(id);
    }
}
