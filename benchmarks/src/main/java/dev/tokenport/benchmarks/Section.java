package dev.tokenport.benchmarks;

import java.util.List;

/** One question that is measured: Tokenport and its peers, in the same run. */
public interface Section {

    /** The name on the command line and the first part of the ids of its findings, such as {@code warm}. */
    String name();

    /** The heading of the page. */
    String title();

    /** What is measured, against what, and how; Markdown, a paragraph or two. */
    String method();

    /** Whether it can be measured on every machine; if not, the page says why where it cannot. */
    default boolean isEverywhere() {
        return true;
    }

    /**
     * Measures.
     *
     * @param effort how long
     * @param log where to say how far it is
     * @throws Exception if something cannot be measured at all; a peer that is not there is {@linkplain Log#missing named},
     *     not thrown
     */
    List<Finding> measure(Effort effort, Log log) throws Exception;
}
