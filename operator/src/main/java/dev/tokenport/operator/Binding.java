package dev.tokenport.operator;

import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.operator.ParameterDescription.HttpUrlRule;
import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterFault.Kind;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One check of raw values against the metadata of a record, and their binding to it. For one thread. */
final class Binding {

    private static final int SHOWN_LENGTH = 100;

    /** Stands for a value that there is not: pending or faulty. */
    private static final Object NOTHING = new Object();

    private final ParameterList list;
    private final String prefix;
    private final Addressed given;
    private final Siblings siblings;
    private final Revealed revealed;
    private final List<ParameterFault> faults;

    /** Per component its value, {@link #NOTHING}, or the binding of a nested record. */
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
            Object instance = instance();
            if (faults.isEmpty()) {
                return list.shape().record().cast(instance);
            }
        }
        throw new ParameterException(faults);
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
            if (component.description().httpUrl().isPresent()) {
                checkUrl(component, component.description().httpUrl().get(), raw);
            }
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
                ? "is missing; it is mandatory when " + prefix + when.parameter() + " is "
                        + String.join(" or ", when.values())
                : "is missing; it is mandatory";
    }

    private void checkUrl(Component component, HttpUrlRule rule, RawValue raw) throws MismatchException {
        String url = Texts.of(raw);
        if (url.isEmpty() && !siblings.mandatory(component)) {
            return;
        }
        if (component.description().template() && (url.contains("{{") || url.contains("{%"))) {
            return;
        }
        InsecureHttp insecureHttp = siblings.insecureHttp(rule);
        Optional<String> fault = Urls.fault(url, insecureHttp, rule.insecureHttpParameter());
        if (fault.isPresent()) {
            String predicate = Texts.plain(raw).isPresent()
                    ? fault.get()
                    : "'" + Secret.MASK
                            + "' is not an acceptable URL: http(s), with a host, without user info and fragment,"
                            + " plain http only to this machine unless " + rule.insecureHttpParameter();
            fault(Kind.INVALID, prefix + component.id(), predicate);
        }
    }

    private static String shown(Component component, RawValue raw) {
        if (raw instanceof RawValue.Mapping || component.nested().isPresent()) {
            return "";
        }
        Optional<String> text = component.description().confidential() ? Optional.empty() : Texts.plain(raw);
        return text.map(Binding::shortened).orElse("'" + Secret.MASK + "' ");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() > SHOWN_LENGTH ? line.substring(0, SHOWN_LENGTH) + "…" : line) + "' ";
    }

    private void unavailable(Component component, SecretUnavailableException e) {
        faults.add(new ParameterFault(
                prefix + component.id(), Kind.INVALID, prefix + component.id() + ": " + e.getMessage()));
    }

    private void fault(Kind kind, String address, String predicate) {
        faults.add(new ParameterFault(address, kind, address + " " + predicate));
    }

    private Object instance() {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Component component = list.components().get(i);
            Object argument = arguments.get(i);
            if (argument == NOTHING) {
                throw new IllegalArgumentException(prefix + component.id() + " is not known yet");
            }
            Object value = argument instanceof Binding child ? child.instance() : argument;
            values.add(argument instanceof Binding && component.optional() ? Optional.of(value) : value);
        }
        return faults.isEmpty() ? instance(values) : NOTHING;
    }

    private Object instance(List<Object> values) {
        try {
            return list.shape().instance(values.iterator());
        } catch (IllegalArgumentException refused) {
            String parent = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
            faults.add(new ParameterFault(parent, Kind.INVALID, revealed.redact(String.valueOf(refused.getMessage()))));
            return NOTHING;
        }
    }
}
