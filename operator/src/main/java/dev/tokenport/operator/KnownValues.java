package dev.tokenport.operator;

import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.ParameterType.MultilineType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is known of parameter values before a run. For one thread. */
final class KnownValues {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new LinkedHashMap<>();

    private KnownValues() {}

    static KnownParameters of(ParameterList list, Map<String, RawValue> values) {
        var known = new KnownValues();
        known.add(list, "", values);
        return new KnownParameters(known.texts, known.keys);
    }

    private void add(ParameterList list, String prefix, Map<String, RawValue> values) {
        Addressed addressed = Addressed.of(list, values);
        for (Component component : list.components()) {
            String address = prefix + component.id();
            if (component.nested().isPresent()) {
                addNested(addressed, component.id(), component.nested().get(), address + "-");
            } else {
                addOne(addressed, component, address);
            }
        }
    }

    private void addOne(Addressed addressed, Component component, String address) {
        try {
            Optional<RawValue> given =
                    addressed.hasValue(component.id()) ? addressed.value(component) : Optional.empty();
            add(component, address, given);
        } catch (MismatchException e) {
            // A fault that the check reports; nothing is known then.
            return;
        }
    }

    private void addNested(Addressed addressed, String id, ParameterList nested, String prefix) {
        try {
            add(nested, prefix, addressed.nested(id, nested));
        } catch (MismatchException e) {
            // A fault that the check reports; nothing is known then.
            return;
        }
    }

    private void add(Component component, String address, Optional<RawValue> given) {
        if (mayBeMapping(component.description().type())) {
            if (given.isEmpty()) {
                keys.put(address, List.of());
            } else if (given.get() instanceof RawValue.Mapping mapping) {
                keys.put(address, List.copyOf(mapping.entries().keySet()));
            }
        }
        if (!component.description().confidential()) {
            Optional<String> text = given.isEmpty()
                    ? Optional.of(component.description().defaultValue())
                    : given.get() instanceof RawValue.Mapping mapping
                            ? JsonText.write(mapping)
                            : Texts.plain(given.get());
            text.ifPresent(known -> texts.put(address, known));
        }
    }

    private static boolean mayBeMapping(ParameterType type) {
        return type instanceof MapType || (type instanceof MultilineType multiline && multiline.mapping());
    }
}
