package dev.tokenport.operator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of an operator, in the order of its page. Immutable. */
public final class ParameterList {

    private final List<ParameterDescription> descriptions;

    private ParameterList(List<ParameterDescription> descriptions) {
        this.descriptions = List.copyOf(descriptions);
    }

    /**
     * Reads the annotations of a parameter record.
     *
     * @throws IllegalArgumentException for a faulty record: a component without annotation or of an unknown type, an id
     *     with {@code -}, a default that is not of the type, a rule that names no parameter
     */
    public static ParameterList of(Class<? extends Record> record) {
        throw new UnsupportedOperationException(record.getName());
    }

    /** The parameters. */
    public List<ParameterDescription> descriptions() {
        return descriptions;
    }

    /** The parameter of an address: an id, or {@code parent-child}. */
    public Optional<ParameterDescription> find(String address) {
        throw new UnsupportedOperationException(address);
    }

    /** All addresses of parameters that hold a value, nested ones as {@code parent-child}, in order. */
    public List<String> addresses() {
        throw new UnsupportedOperationException();
    }

    /**
     * The first stage: checks raw values against the metadata. Values that are {@linkplain RawValue.Pending pending} are
     * taken to be fine.
     *
     * @param values raw values by address; nested ones either as a mapping or by their own address
     */
    public List<ParameterFault> check(Map<String, RawValue> values) {
        throw new UnsupportedOperationException(values.toString());
    }

    /** The values that are known, in text form, with defaults; confidential ones are left out. */
    public KnownParameters known(Map<String, RawValue> values) {
        throw new UnsupportedOperationException(values.toString());
    }

    /**
     * The second stage: checks, and binds to the record, whose own checks run. What its constructor throws as an {@link
     * IllegalArgumentException} becomes a fault.
     *
     * @throws ParameterException with every fault
     */
    public static <P extends Record> P bind(Class<P> record, Map<String, RawValue> values) throws ParameterException {
        throw new UnsupportedOperationException(record.getName());
    }
}
