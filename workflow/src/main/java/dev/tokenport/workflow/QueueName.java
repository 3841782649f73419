package dev.tokenport.workflow;

import dev.tokenport.secret.OneLine;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What the name of a queue may be: a label of where tasks run, such as a network zone. */
public final class QueueName {

    /** How many characters it may have: engines take some hundred octets. */
    public static final int LONGEST = 200;

    /** Names of Temporal's own queues begin so. */
    private static final String RESERVED = "/_sys/";

    private QueueName() {}

    /** What is wrong with a name, to stand behind what it is the name of; empty if nothing is. */
    public static Optional<String> fault(String name) {
        OptionalInt unfit = name.codePoints()
                .filter(c -> OneLine.isUnfit(c) || !Character.isDefined(c))
                .findFirst();
        int length = name.codePointCount(0, name.length());
        if (name.isBlank()) {
            return Optional.of("is empty; write the name of a queue of workers");
        }
        if (length > LONGEST) {
            return Optional.of("has " + length + " characters, and a queue's name has " + LONGEST + " at the most");
        }
        if (unfit.isPresent()) {
            return Optional.of(String.format(
                    Locale.ROOT, "has the character U+%04X, which a queue's name cannot have", unfit.getAsInt()));
        }
        return name.startsWith(RESERVED)
                ? Optional.of("'" + name + "' begins with " + RESERVED + ", as the engine's own queues do")
                : Optional.empty();
    }
}
