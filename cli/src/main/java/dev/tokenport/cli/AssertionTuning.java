package dev.tokenport.cli;

import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of the JWT bearer grant that are more than a text, read in the text forms of parameters. Immutable.
 *
 * @param lifetime how long the assertion holds
 * @param claims its further claims
 */
record AssertionTuning(
        @Parameter(id = "assertion_lifetime", label = "Assertion Lifetime", defaultValue = "PT1M")
        Duration lifetime,

        @Parameter(id = "assertion_claims", label = "Assertion Claims")
        Map<String, String> claims) {

    /** What the options say; what is wrong with them is added to the faults, and the defaults are returned. */
    static AssertionTuning of(GrantOptions options, List<String> faults) {
        var given = new HashMap<String, RawValue>();
        put(given, "assertion_lifetime", options.assertionLifetime.value());
        put(given, "assertion_claims", options.assertionClaims.value());
        try {
            AssertionTuning tuning = ParameterList.bind(AssertionTuning.class, given);
            if (tuning.lifetime.isZero() || tuning.lifetime.isNegative()) {
                faults.add("--assertion-lifetime '" + options.assertionLifetime.value() + "' is not positive");
            }
            return tuning;
        } catch (ParameterException e) {
            e.faults().forEach(fault -> faults.add(TokenTuning.message(fault)));
            return new AssertionTuning(Duration.ofMinutes(1), Map.of());
        }
    }

    private static void put(Map<String, RawValue> values, String id, @Nullable String text) {
        if (text != null) {
            values.put(id, RawValue.of(text));
        }
    }
}
