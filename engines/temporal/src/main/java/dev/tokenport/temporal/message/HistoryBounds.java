package dev.tokenport.temporal.message;

/**
 * How long one history of a run becomes before the run goes on in another. From then on no task starts until those at work
 * have ended. The engine ends a run at 51,200 events or 50 MB, and tasks at work add to both until they have ended. Immutable.
 *
 * @param events how many events
 * @param octets how many octets
 */
public record HistoryBounds(int events, long octets) {

    /** Bounds that leave as much for tasks at work as they leave for the start of tasks, and more. */
    public static final HistoryBounds DEFAULT = new HistoryBounds(20_000, 20_000_000);
}
