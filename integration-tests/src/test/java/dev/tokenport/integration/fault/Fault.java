package dev.tokenport.integration.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * One way to misbehave, and how long it may detain who asks. Immutable.
 *
 * @param title what the server does, to be put behind {@code the server}
 * @param listening how it listens
 * @param conducts what it does with a connection; several, if they have to make no difference but for a status
 * @param limits how long each asker may be detained
 * @param bulky whether there is so much of the answer that its cost in memory is measured on its own
 */
record Fault(
        String title, Listening listening, Map<String, Conduct> conducts, Map<Asker, Limit> limits, boolean bulky) {

    Fault {
        conducts = Map.copyOf(conducts);
        limits = Map.copyOf(limits);
    }

    /** One that everyone gives up at once. */
    static Fault of(String title, Conduct conduct) {
        return new Fault(title, Listening.plain(), Map.of("", conduct), Map.of(), false).within(Limit.AT_ONCE);
    }

    /** One that has to be the same for several statuses. */
    static Fault of(String title, List<Integer> statuses, IntFunction<Conduct> conduct) {
        Map<String, Conduct> each = statuses.stream().collect(Collectors.toMap(String::valueOf, conduct::apply));
        return new Fault(title, Listening.plain(), each, Map.of(), false).within(Limit.AT_ONCE);
    }

    Fault within(Limit limit) {
        var same = new EnumMap<Asker, Limit>(Asker.class);
        for (Asker asker : Asker.values()) {
            same.put(asker, limit);
        }
        return new Fault(title, listening, conducts, same, bulky);
    }

    Fault within(Asker asker, Limit limit) {
        var changed = new EnumMap<Asker, Limit>(limits);
        changed.put(asker, limit);
        return new Fault(title, listening, conducts, changed, bulky);
    }

    Fault at(Listening other) {
        return new Fault(title, other, conducts, limits, bulky);
    }

    Fault ofBulk() {
        return new Fault(title, listening, conducts, limits, true);
    }

    /** How long this asker may be detained. */
    Limit limit(Asker asker) {
        return java.util.Objects.requireNonNull(limits.get(asker));
    }
}
