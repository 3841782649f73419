package dev.tokenport.web.edit;

import dev.tokenport.web.site.Address;
import java.util.Optional;

/**
 * What the page of a file shows. Immutable.
 *
 * @param path the file's path in the folder
 * @param hash what the file was when its text was loaded
 * @param text the text as it is shown
 * @param checked what is said of it
 * @param conflict what is different in the file, if it has changed
 * @param notice a line on what became of a request; empty for none
 */
public record EditView(
        String path, String hash, String text, Checked checked, Optional<Conflict> conflict, String notice) {

    /** Where the page is. */
    public String address() {
        return Address.edit(path);
    }

    /** Where it is, with the task. */
    public String taskAddress() {
        return checked.form().isOfTask() ? Address.edit(path, checked.form().task()) : address();
    }

    /** Where the workflow's page is. */
    public String workflow() {
        return Address.workflow(path);
    }

    /**
     * Where something is asked about a text.
     *
     * @param what what is asked: {@code check}, {@code change}, {@code verify}
     */
    public String asking(String what) {
        return Address.edit(path).replaceFirst("/edit/", "/edits/" + what + "/");
    }

    /** The number of each line, one below the other. */
    public String numbers() {
        var numbers = new StringBuilder();
        long lines = text.lines().count() + (text.isEmpty() || text.endsWith("\n") ? 1 : 0);
        for (int i = 1; i <= lines; i++) {
            numbers.append(i).append('\n');
        }
        return numbers.toString();
    }

    /** The text behind a line feed, since a browser drops one that stands first. */
    public String content() {
        return "\n" + text;
    }
}
