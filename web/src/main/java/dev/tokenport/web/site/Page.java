package dev.tokenport.web.site;

import java.util.List;

/**
 * The frame of a page. Immutable.
 *
 * @param title what its tab is called
 * @param section the part of the navigation that is marked
 * @param csrf the token for its forms; empty without a session
 * @param styles the addresses of its style sheets
 * @param scripts the addresses of its scripts
 * @param icon the address of its icon
 */
public record Page(String title, Section section, String csrf, List<String> styles, List<String> scripts, String icon) {

    /** Copies the lists. */
    public Page {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    /** Whether somebody is there who may ask for more. */
    public boolean isInSession() {
        return !csrf.isEmpty();
    }

    /** What marks a link of the navigation for those who do not see it: {@code page} for the one where the page belongs. */
    public String current(Section link) {
        return link == section ? "page" : "false";
    }
}
