package dev.tokenport.web.list;

import dev.tokenport.web.folder.Listing;
import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.site.Site;
import dev.tokenport.workflow.WorkflowException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Validates the workflows of the folder, those that have changed since it was asked last. Thread-safe. */
final class Summaries {

    private final Site site;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Summaries(Site site) {
        this.site = site;
    }

    List<Summary> of(Listing listing) {
        kept.keySet().retainAll(listing.paths());
        List<Summary> summaries = new ArrayList<>();
        for (String path : listing.paths()) {
            summaries.add(of(path));
        }
        return summaries;
    }

    private Summary of(String path) {
        try {
            WorkflowText text = site.folder().read(path);
            @Nullable Kept before = kept.get(path);
            if (before != null && before.hash().equals(text.hash())) {
                return before.summary();
            }
            Summary summary = made(text);
            kept.put(path, new Kept(text.hash(), summary));
            return summary;
        } catch (IOException e) {
            return Summary.unreadable(path, Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
        }
    }

    private Summary made(WorkflowText text) {
        try {
            return Summary.valid(text.path(), site.workbench().plan(text.file(), text.text()));
        } catch (WorkflowException e) {
            return Summary.faulty(text, e.problems().size());
        }
    }

    private record Kept(String hash, Summary summary) {}
}
