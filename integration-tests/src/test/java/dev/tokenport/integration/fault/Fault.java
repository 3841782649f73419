package dev.tokenport.integration.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * One way to misbehave, and what it may cost who asks. Immutable.
 *
 * @param title what the server does, to be put behind {@code the server}
 * @param listening how it listens
 * @param conducts what it does with a connection; several, if they have to make no difference but for a status
 * @param limits how long those who ask may be detained
 * @param load how much there is of the answer
 * @param megabytes how much memory it may cost who reads the whole answer
 */
record Fault(
        String title,
        Listening listening,
        Map<String, Conduct> conducts,
        Map<Asker, Limit> limits,
        Load load,
        int megabytes) {

    private static final int LITTLE = 8;

    /** How much there is of an answer. */
    enum Load {
        /** Little: many questions are asked side by side. */
        LIGHT,
        /** Much of its head: those questions are asked side by side. */
        HEADS,
        /** Much of its body: the question is asked alone. */
        BODY
    }

    Fault {
        conducts = Map.copyOf(conducts);
        limits = Map.copyOf(limits);
    }

    /** One that everyone gives up at once. */
    static Fault of(String title, Conduct conduct) {
        return new Fault(title, Listening.plain(), Map.of("", conduct), Map.of(), Load.LIGHT, LITTLE)
                .within(Limit.AT_ONCE);
    }

    /** One that has to be the same for several statuses, given up at once. */
    static Fault of(String title, List<Integer> statuses, IntFunction<Conduct> conduct) {
        Map<String, Conduct> each = statuses.stream().collect(Collectors.toMap(String::valueOf, conduct::apply));
        return new Fault(title, Listening.plain(), each, Map.of(), Load.LIGHT, LITTLE).within(Limit.AT_ONCE);
    }

    /** How long those may be detained who may ask again, and once those who may not. */
    Fault within(Limit limit) {
        var changed = new EnumMap<Asker, Limit>(Asker.class);
        for (Asker asker : limits.isEmpty() ? Set.of(Asker.values()) : limits.keySet()) {
            changed.put(asker, asker == Asker.POST ? limit.once() : limit);
        }
        return new Fault(title, listening, conducts, changed, load, megabytes);
    }

    Fault within(Asker asker, Limit limit) {
        var changed = new EnumMap<Asker, Limit>(limits);
        changed.put(asker, limit);
        return new Fault(title, listening, conducts, changed, load, megabytes);
    }

    /** The same for some only. */
    Fault only(Asker... askers) {
        var changed = new EnumMap<Asker, Limit>(limits);
        changed.keySet().retainAll(Set.of(askers));
        return new Fault(title, listening, conducts, changed, load, megabytes);
    }

    Fault at(Listening other) {
        return new Fault(title, other, conducts, limits, load, megabytes);
    }

    /** The same with much of it; what {@code http-request} does is tried with one method. */
    Fault with(Load much, int most) {
        return new Fault(title, listening, conducts, limits, much, most).only(Asker.TOKEN, Asker.GET);
    }

    /** How long this asker may be detained. */
    Limit limit(Asker asker) {
        return Objects.requireNonNull(limits.get(asker));
    }

    /** How much memory it may cost this asker: the token client does not read much of a body. */
    int megabytes(Asker asker) {
        return load == Load.BODY && asker == Asker.TOKEN ? LITTLE : megabytes;
    }

    /** Whether this asker asks. */
    boolean concerns(Asker asker) {
        return limits.containsKey(asker);
    }
}
