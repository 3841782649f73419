package dev.tokenport.operator;

import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterType.BooleanType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The parameters of an operator, in the order of its page. Immutable. */
public final class ParameterList {

    private static final ClassValue<ParameterList> LISTS = new ClassValue<>() {
        @Override
        protected ParameterList computeValue(Class<?> type) {
            return read(type.asSubclass(Record.class));
        }
    };

    private final RecordShape shape;
    private final List<Component> components;
    private final List<ParameterDescription> descriptions;
    private final Map<String, Component> byId = new HashMap<>();
    private final List<String> addresses;

    private ParameterList(RecordShape shape) {
        this.shape = shape;
        this.components = shape.components();
        this.descriptions = components.stream().map(Component::description).toList();
        components.forEach(component -> byId.putIfAbsent(component.id(), component));
        this.addresses = components.stream()
                .flatMap(component -> component.nested().isEmpty()
                        ? Stream.of(component.id())
                        : component.nested().get().addresses().stream().map(child -> component.id() + "-" + child))
                .toList();
    }

    /**
     * Reads the annotations of a parameter record.
     *
     * @throws IllegalArgumentException for a faulty record: a component without annotation or of an unknown type, an id
     *     with {@code -}, a default that is not of the type, a rule that names no parameter
     */
    public static ParameterList of(Class<? extends Record> record) {
        return LISTS.get(record);
    }

    private static ParameterList read(Class<? extends Record> record) {
        var list = new ParameterList(RecordShape.of(record));
        list.checkRules();
        return list;
    }

    private void checkRules() {
        Set<String> ids = new HashSet<>();
        for (ParameterDescription description : descriptions) {
            String name = shape.record().getSimpleName() + ": parameter '" + description.id() + "' ";
            if (!ids.add(description.id())) {
                throw new IllegalArgumentException(name + "exists twice");
            }
            if (description.mandatory() instanceof Mandatory.When when) {
                when.conditions().stream()
                        .map(Mandatory.Condition::parameter)
                        .forEach(other -> require(own(other).isPresent(), name, other, "no parameter"));
            }
            description.httpUrl().ifPresent(rule -> {
                boolean flag = own(rule.insecureHttpParameter())
                        .filter(component -> component.description().type() instanceof BooleanType)
                        .isPresent();
                require(flag, name, rule.insecureHttpParameter(), "no boolean parameter");
                boolean known =
                        rule.onlyWith().isEmpty() || own(rule.onlyWith()).isPresent();
                require(known, name, rule.onlyWith(), "no parameter");
            });
        }
    }

    private static void require(boolean kept, String name, String other, String fault) {
        if (!kept) {
            throw new IllegalArgumentException(name + "has a rule with '" + other + "', which is " + fault);
        }
    }

    /** The parameters. */
    public List<ParameterDescription> descriptions() {
        return descriptions;
    }

    /** The record, and those embedded in it. */
    RecordShape shape() {
        return shape;
    }

    /** The components of the record. */
    List<Component> components() {
        return components;
    }

    /** The component with this id, not an address. */
    Optional<Component> own(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The parameter of an address: an id, {@code parent-child}, or {@code map-KEY} for an entry of a map. */
    public Optional<ParameterDescription> find(String address) {
        int hyphen = address.indexOf('-');
        if (hyphen < 0) {
            return own(address).map(Component::description);
        }
        return own(address.substring(0, hyphen)).flatMap(component -> component.part(address.substring(hyphen + 1)));
    }

    /** All addresses of parameters that hold a value, nested ones as {@code parent-child}, in order; no entries of maps. */
    public List<String> addresses() {
        return addresses;
    }

    /**
     * The first stage: checks raw values against the metadata. Values that are {@linkplain RawValue.Pending pending} are
     * taken to be fine.
     *
     * @param values raw values by address; nested ones, and entries of maps, either in a mapping or by their own address,
     *     which wins. JSON's {@code null} counts as not given
     */
    public List<ParameterFault> check(Map<String, RawValue> values) {
        return Binding.of(this, values).faults();
    }

    /** The values that are known, in text form, with defaults; confidential ones are left out. */
    public KnownParameters known(Map<String, RawValue> values) {
        return KnownValues.of(this, values);
    }

    /**
     * The second stage: checks, and binds to the record, whose own checks run. What its constructor throws as an {@link
     * IllegalArgumentException} becomes a fault. The constructor need not be public, nor the record; a record in a named
     * module must be open to this one.
     *
     * <p>A parameter that is not given has its default; without one a text is {@code ""}, a map is empty, a boolean is
     * {@code false}. A {@code Secret} that is given is bound as it is, so that it can be renewed and is read at each use.
     *
     * @throws ParameterException with every fault
     * @throws IllegalArgumentException if a value is still {@linkplain RawValue.Pending pending}, or the record is faulty
     */
    public static <P extends Record> P bind(Class<P> record, Map<String, RawValue> values) throws ParameterException {
        return record.cast(Binding.of(of(record), values).bind());
    }
}
