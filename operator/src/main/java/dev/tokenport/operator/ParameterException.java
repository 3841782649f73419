package dev.tokenport.operator;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Parameters could not be bound; the message joins all faults. */
public final class ParameterException extends OperatorException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<ParameterFault> faults;

    /** An exception for these faults, at least one. */
    public ParameterException(List<ParameterFault> faults) {
        super(faults.stream().map(ParameterFault::message).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong. */
    public List<ParameterFault> faults() {
        return faults;
    }
}
