package dev.tokenport.web.folder;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A workflow file as it was read. Immutable.
 *
 * @param path its path in the folder, with slashes
 * @param file the file itself: a real path
 * @param text what stands in it
 * @param hash by which it is seen whether it has changed since: the SHA-256 of its octets
 */
public record WorkflowText(String path, Path file, String text, String hash) {

    private static final Pattern KEY = Pattern.compile("(?m)^\\uFEFF?[\"']?(workflow|tasks)[\"']?[ \\t]*:");
    private static final Pattern FLOW = Pattern.compile("^\\uFEFF?\\s*\\{[^}]*\\b(workflow|tasks)\\b");

    /** Whether a text is meant as a workflow, however faulty it may be: a key of workflows begins a line. */
    public static boolean isWorkflow(String text) {
        return KEY.matcher(text).find() || FLOW.matcher(text).find();
    }
}
