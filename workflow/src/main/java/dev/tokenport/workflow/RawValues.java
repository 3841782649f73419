package dev.tokenport.workflow;

import dev.tokenport.operator.RawValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Raw values by address; a nested one stands under its own address or in its parent's mapping. */
public final class RawValues {

    private RawValues() {}

    /** Whether there is a value of this address. */
    public static boolean has(Map<String, RawValue> values, String address) {
        if (values.containsKey(address)) {
            return true;
        }
        int dash = address.indexOf('-');
        return dash > 0
                && values.get(address.substring(0, dash)) instanceof RawValue.Mapping parent
                && has(parent.entries(), address.substring(dash + 1));
    }

    /** Puts a value where the one of this address stands, or under its address. */
    public static void replace(Map<String, RawValue> values, String address, RawValue value) {
        int dash = address.indexOf('-');
        if (dash > 0
                && !values.containsKey(address)
                && values.get(address.substring(0, dash)) instanceof RawValue.Mapping parent) {
            Map<String, RawValue> entries = new LinkedHashMap<>(parent.entries());
            replace(entries, address.substring(dash + 1), value);
            values.put(address.substring(0, dash), new RawValue.Mapping(entries));
        } else {
            values.put(address, value);
        }
    }
}
