package dev.tokenport.web.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The addresses of pages, with what stands in them encoded. */
public final class Address {

    private Address() {}

    /**
     * The page of a workflow.
     *
     * @param path its path in the folder, with slashes
     */
    public static String workflow(String path) {
        return "/workflows/" + segments(path);
    }

    /** Where a workflow is changed. */
    public static String edit(String path) {
        return "/edit/" + segments(path);
    }

    /** Where a task is changed. */
    public static String edit(String path, String task) {
        return edit(path) + "?task=" + encoded(task);
    }

    /** A run. */
    public static String run(String id) {
        return "/runs/" + encoded(id);
    }

    /** The documentation of an operator. */
    public static String operator(String id) {
        return "/operators/" + encoded(id);
    }

    private static String segments(String path) {
        return Arrays.stream(path.split("/", -1)).map(Address::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
