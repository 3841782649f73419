package dev.tokenport.service;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a service is called: the parameters that all operators have which ask one per entity. Immutable.
 *
 * @param onError what happens when an entity cannot be processed
 * @param carry the columns of the input that stand beside each answer
 * @param carryPrefix what their names begin with there
 * @param parallel how many requests may be under way at a time
 * @param attempts how many requests at the most, for one answer
 * @param timeout how long is waited for an answer in all
 * @param connection how the service is reached
 * @param allowInsecureHttp whether a token may go over plain http to a far host
 */
public record Calls(
        @Parameter(
                id = "on_error",
                label = "On error",
                description =
                        "What happens when an entity cannot be processed: `fail` ends the run, `skip` gives the entity up and goes on. What was given up can be taken as `inputs: TASK.rejects`, with the reason under `reject_reason`. A refused token always ends the run.",
                defaultValue = "fail")
        OnError onError,

        @Parameter(
                id = "carry",
                label = "Carry",
                description =
                        "The columns of the input that are put beside each entity of its answer, separated by white space; `*` for all of them. Empty: none.")
        String carry,

        @Parameter(
                id = "carry_prefix",
                label = "Carry prefix",
                description =
                        "What the names of carried columns begin with. Needed where the answer has a column of the same name, which is an error otherwise.",
                advanced = true)
        String carryPrefix,

        @Parameter(
                id = "parallel",
                label = "Parallel",
                description =
                        "How many requests may be under way at a time, 256 at the most. The answers come in the order of the entities all the same.",
                defaultValue = "1",
                advanced = true)
        int parallel,

        @Parameter(
                id = "attempts",
                label = "Attempts",
                description =
                        "How often a request is sent at the most, when the connection fails or the service answers 408, 429, 500, 502, 503 or 504; after a pause, and not before the time that `Retry-After` says. A request that must not be processed twice is sent again only when it cannot have been processed: when nobody listened, or after 429.",
                defaultValue = "4",
                advanced = true)
        int attempts,

        @Parameter(
                id = "timeout",
                label = "Time-out",
                description =
                        "How long is waited for an answer in all: connecting, retries and their pauses, and waiting for the answer's bytes. What the tasks behind this one take does not count.",
                defaultValue = "PT5M",
                advanced = true)
        Duration timeout,

        @Embedded Connection connection,

        @Parameter(
                id = "allow_insecure_http",
                label = "Allow insecure HTTP",
                description = "Whether a token may be sent over plain http to another machine.",
                defaultValue = "false",
                advanced = true)
        boolean allowInsecureHttp) {

    private static final int MOST_PARALLEL = 256;

    /** Checks the values. */
    public Calls {
        List<String> faults = new ArrayList<>();
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            faults.add("parallel " + parallel + " is not between 1 and " + MOST_PARALLEL);
        }
        if (attempts < 1) {
            faults.add("attempts " + attempts + " is less than 1");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            faults.add("timeout " + timeout + " is not positive");
        }
        if (!carryPrefix.isEmpty() && carry.isBlank()) {
            faults.add("carry_prefix '" + carryPrefix + "' is given without carry");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
