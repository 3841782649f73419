package dev.tokenport.web.folder;

import java.util.List;

/**
 * The workflows in a folder. Immutable.
 *
 * @param paths their paths in the folder, with slashes, sorted
 * @param isCut whether there may be more, for which the search was not long enough
 */
public record Listing(List<String> paths, boolean isCut) {

    /** Copies the list. */
    public Listing {
        paths = List.copyOf(paths);
    }
}
