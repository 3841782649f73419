package dev.tokenport.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Raw values sorted by the parameters of one record. Immutable.
 *
 * @param values by id; what belongs to a nested object or a map is in {@code children}
 * @param children of each nested object or map, what was given by an address of its own
 * @param unknown the addresses that name no parameter
 */
record Addressed(Map<String, RawValue> values, Map<String, Map<String, RawValue>> children, List<String> unknown) {

    /** Sorts raw values; JSON's {@code null} counts as not given. */
    static Addressed of(ParameterList list, Map<String, RawValue> raw) {
        Map<String, RawValue> values = new LinkedHashMap<>();
        Map<String, Map<String, RawValue>> children = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, RawValue> entry : raw.entrySet()) {
            String address = entry.getKey();
            RawValue value = entry.getValue();
            int hyphen = address.indexOf('-');
            String id = hyphen < 0 ? address : address.substring(0, hyphen);
            Optional<Component> component = list.own(id);
            if (component.isEmpty() || (hyphen >= 0 && !component.get().hasParts())) {
                unknown.add(address);
            } else if (hyphen >= 0) {
                children.computeIfAbsent(id, key -> new LinkedHashMap<>()).put(address.substring(hyphen + 1), value);
            } else if (!Texts.isNull(value)) {
                values.put(id, value);
            }
        }
        return new Addressed(values, children, unknown);
    }

    /** Whether anything was given for a parameter, or a part of it. */
    boolean hasValue(String id) {
        return values.containsKey(id) || children.containsKey(id);
    }

    /**
     * The raw value of a component that is no nested object, or its default; of a map, entries with an address of their own
     * win.
     *
     * @throws MismatchException if entries are given for a map that is a text, but no JSON object
     */
    Optional<RawValue> value(Component component) throws MismatchException {
        RawValue whole = values.get(component.id());
        Optional<RawValue> value = whole == null ? component.defaultValue() : Optional.of(whole);
        Map<String, RawValue> entries = children.getOrDefault(component.id(), Map.of());
        if (entries.isEmpty() || whole instanceof RawValue.Pending) {
            return value;
        }
        Map<String, RawValue> merged = new LinkedHashMap<>();
        if (value.isPresent()) {
            merged.putAll(MapValues.nested(value.get()).entries());
        }
        entries.forEach((key, entry) -> {
            if (!Texts.isNull(entry)) {
                merged.put(key, entry);
            }
        });
        return Optional.of(new RawValue.Mapping(merged));
    }

    /**
     * The raw values of a nested object; those with an address of their own win.
     *
     * @throws MismatchException if it is given as a text that is no JSON object
     */
    Map<String, RawValue> nested(String id, ParameterList parameters) throws MismatchException {
        Map<String, RawValue> merged = new LinkedHashMap<>();
        RawValue whole = values.get(id);
        if (whole instanceof RawValue.Pending) {
            parameters.addresses().forEach(address -> merged.put(address, whole));
        } else if (whole != null) {
            merged.putAll(MapValues.nested(whole).entries());
        }
        merged.putAll(children.getOrDefault(id, Map.of()));
        return merged;
    }
}
