package dev.tokenport.web.list;

import java.util.Optional;

/** Knows how workflows ran last. Thread-safe. */
@FunctionalInterface
public interface LastRuns {

    /**
     * The last run of a workflow that has ended.
     *
     * @param path the workflow's path in the folder
     */
    Optional<LastRun> of(String path);
}
