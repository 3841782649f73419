package dev.tokenport.workflow.serve;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How pages are served. Immutable.
 *
 * @param port the port; 0 for any that is free
 * @param history the folder in which reports of runs are kept
 * @param keptReports how many reports of a workflow are kept, the newest ones
 * @param idle how long a session lasts in which nothing is asked
 */
public record ServeOptions(int port, Path history, int keptReports, Duration idle) {}
