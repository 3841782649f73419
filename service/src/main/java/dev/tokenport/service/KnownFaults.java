package dev.tokenport.service;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterFault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with parameters as far as they are known before a run. For one thread. */
public final class KnownFaults {

    private final KnownParameters known;
    private final Set<ParameterFault> found = new LinkedHashSet<>();

    /** A check of a text, which the task makes, too, when it starts. */
    @FunctionalInterface
    public interface Check {

        /**
         * Checks a text.
         *
         * @throws OperatorException if it is wrong; the message begins with the parameter's id
         * @throws IllegalArgumentException likewise
         */
        void check(String text) throws OperatorException;
    }

    /** None yet. */
    public KnownFaults(KnownParameters known) {
        this.known = known;
    }

    /** Adds what is wrong with a parameter, if its value is known. */
    public KnownFaults of(String parameter, Check check) {
        known.text(parameter).ifPresent(text -> {
            try {
                check.check(text);
            } catch (OperatorException | IllegalArgumentException e) {
                found.add(ParameterFault.invalid(String.valueOf(e.getMessage())));
            }
        });
        return this;
    }

    /** What was found, in the order of the checks. */
    public List<ParameterFault> found() {
        return List.copyOf(found);
    }
}
