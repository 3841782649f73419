package dev.tokenport.operator;

import static dev.tokenport.operator.RecordShape.NOTHING;

import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterFault.Kind;
import dev.tokenport.secret.OneLine;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One check of raw values against the metadata of a record, and their binding to it. For one thread. */
final class Binding {

    private static final int SHOWN_LENGTH = 100;

    /** A check of a record that could be bound. */
    @FunctionalInterface
    interface BoundCheck {

        void check(Record record) throws OperatorException;
    }

    private final ParameterList list;
    private final String prefix;
    private final Addressed given;
    private final Siblings siblings;
    private final Revealed revealed;
    private final List<ParameterFault> faults;

    /** Per component its value, {@link RecordShape#NOTHING}, or the binding of a nested record. */
    private final List<Object> arguments = new ArrayList<>();

    private Binding(
            ParameterList list, String prefix, Addressed given, Revealed revealed, List<ParameterFault> faults) {
        this.list = list;
        this.prefix = prefix;
        this.given = given;
        this.siblings = new Siblings(list, given);
        this.revealed = revealed;
        this.faults = faults;
    }

    /** Checks raw values. */
    static Binding of(ParameterList list, Map<String, RawValue> values) {
        var binding = new Binding(list, "", Addressed.of(list, values), new Revealed(), new ArrayList<>());
        binding.check();
        return binding;
    }

    /** All faults, in the order of the parameters; unknown ones follow the known ones. */
    List<ParameterFault> faults() {
        return List.copyOf(faults);
    }

    /** The record. */
    Record bind() throws ParameterException {
        if (faults.isEmpty()) {
            requireKnown();
            Object instance = instance();
            if (faults.isEmpty()) {
                return list.shape().record().cast(instance);
            }
        }
        throw new ParameterException(faults);
    }

    /** What constructors refuse, as far as their values are known, and what is found in a record that could be bound. */
    List<ParameterFault> refusals(BoundCheck check) {
        int before = faults.size();
        leaveUnread();
        Object instance = instance();
        if (!NOTHING.equals(instance) && faults.isEmpty()) {
            try {
                check.check(list.shape().record().cast(instance));
            } catch (OperatorException | SecretUnavailableException e) {
                refused(e);
            }
        }
        return List.copyOf(faults.subList(before, faults.size()));
    }

    private void check() {
        for (Component component : list.components()) {
            arguments.add(
                    component.nested().isPresent()
                            ? nested(component, component.nested().get())
                            : argument(component));
        }
        given.unknown().forEach(address -> fault(Kind.UNKNOWN, prefix + address, unknown(address)));
    }

    private String unknown(String address) {
        return Nearest.to(address, list.addresses())
                .map(nearest -> "is not a parameter; did you mean '" + prefix + nearest + "'?")
                .orElseGet(() -> "is not a parameter; there are "
                        + String.join(
                                ", ",
                                list.addresses().stream().map(prefix::concat).toList()));
    }

    private Object nested(Component component, ParameterList parameters) {
        if (component.optional() && !given.hasValue(component.id())) {
            return Optional.empty();
        }
        try {
            Map<String, RawValue> values = given.nested(component.id(), parameters);
            String childPrefix = prefix + component.id() + "-";
            var child = new Binding(parameters, childPrefix, Addressed.of(parameters, values), revealed, faults);
            child.check();
            return child;
        } catch (MismatchException e) {
            fault(Kind.INVALID, prefix + component.id(), e.predicate());
        } catch (SecretUnavailableException e) {
            unavailable(component, e);
        }
        return NOTHING;
    }

    private Object argument(Component component) {
        try {
            RawValue raw = given.value(component).orElse(null);
            if (raw instanceof RawValue.Pending) {
                return NOTHING;
            }
            if (raw == null || (component.distinguishesEmpty() && isEmpty(raw))) {
                if (siblings.mandatory(component)) {
                    fault(Kind.MISSING, prefix + component.id(), missing(component));
                    return NOTHING;
                } else if (raw == null || component.optional()) {
                    return component.absent();
                }
            }
            return value(component, raw);
        } catch (MismatchException e) {
            fault(Kind.INVALID, prefix + component.id(), e.predicate());
        } catch (SecretUnavailableException e) {
            unavailable(component, e);
        }
        return NOTHING;
    }

    private Object value(Component component, RawValue raw) {
        if (!component.description().confidential()) {
            revealed.add(raw);
        }
        try {
            Object value = component.convert(raw);
            siblings.urlFault(component, raw)
                    .ifPresent(predicate -> fault(Kind.INVALID, prefix + component.id(), predicate));
            return value;
        } catch (MismatchException e) {
            fault(Kind.INVALID, prefix + component.id(), shown(component, raw) + e.predicate());
            return NOTHING;
        }
    }

    private static boolean isEmpty(RawValue raw) {
        try {
            return raw instanceof RawValue.Mapping mapping
                    ? mapping.entries().isEmpty()
                    : Texts.of(raw).isEmpty();
        } catch (MismatchException e) {
            throw new IllegalStateException(e);
        }
    }

    private String missing(Component component) {
        return component.description().mandatory() instanceof Mandatory.When when
                ? "is missing; it is mandatory when " + when.words(prefix)
                : "is missing; it is mandatory";
    }

    private static String shown(Component component, RawValue raw) {
        if (raw instanceof RawValue.Mapping || component.nested().isPresent()) {
            return "";
        }
        Optional<String> text = component.description().confidential() ? Optional.empty() : Texts.plain(raw);
        return text.map(Binding::shortened).orElse("'" + Secret.MASK + "' ");
    }

    private static String shortened(String text) {
        String line = OneLine.of(text);
        return "'" + (line.length() > SHOWN_LENGTH ? line.substring(0, SHOWN_LENGTH) + "…" : line) + "' ";
    }

    private void unavailable(Component component, SecretUnavailableException e) {
        faults.add(new ParameterFault(
                prefix + component.id(), Kind.INVALID, prefix + component.id() + ": " + e.getMessage()));
    }

    private void fault(Kind kind, String address, String predicate) {
        faults.add(new ParameterFault(address, kind, address + " " + predicate));
    }

    /** Puts unread secrets where they are not known yet. */
    private void leaveUnread() {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Binding child) {
                child.leaveUnread();
                continue;
            }
            Component component = list.components().get(i);
            try {
                arguments.set(i, Unread.argument(component, given.value(component), arguments.get(i)));
            } catch (MismatchException e) {
                // A fault that was found before.
                arguments.set(i, NOTHING);
            }
        }
    }

    private void requireKnown() {
        for (int i = 0; i < arguments.size(); i++) {
            if (NOTHING.equals(arguments.get(i))) {
                throw new IllegalArgumentException(
                        prefix + list.components().get(i).id() + " is not known yet");
            } else if (arguments.get(i) instanceof Binding child) {
                child.requireKnown();
            }
        }
    }

    private Object instance() {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            Object value = argument instanceof Binding child ? child.instance() : argument;
            boolean optional =
                    list.components().get(i).optional() && argument instanceof Binding && !NOTHING.equals(value);
            values.add(optional ? Optional.of(value) : value);
        }
        return list.shape().instance(values.iterator(), this::refused);
    }

    private void refused(Exception refusal) {
        if (Unread.caused(refusal)) {
            return;
        }
        var fault = ParameterFault.invalid(revealed.redact(String.valueOf(refusal.getMessage())));
        String parent = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        boolean named = list.find(fault.parameter()).isPresent();
        faults.add(new ParameterFault(named ? prefix + fault.parameter() : parent, Kind.INVALID, fault.message()));
    }
}
