package dev.tokenport.cli;

import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.SecretEncoding;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code tokenport token} that are more than a text, read in the text forms of parameters. Immutable.
 *
 * @param clientAuthentication how the client authenticates, empty for what fits
 * @param secretEncoding how id and secret are encoded
 * @param extraParameters further parameters of the request
 * @param defaultLifetime how long a token is taken to live if the answer does not say
 * @param timeout how long all attempts may take
 * @param attempts how many requests may be sent
 */
record TokenTuning(
        @Parameter(id = "client_authentication", label = "Client Authentication")
        Optional<ClientAuthenticationMethod> clientAuthentication,

        @Parameter(id = "secret_encoding", label = "Secret Encoding", defaultValue = "form")
        SecretEncoding secretEncoding,

        @Parameter(id = "extra_parameters", label = "Extra Parameters")
        Map<String, String> extraParameters,

        @Parameter(id = "default_lifetime", label = "Default Lifetime", defaultValue = "PT5M")
        Duration defaultLifetime,

        @Parameter(id = "timeout", label = "Timeout", defaultValue = "PT60S")
        Duration timeout,

        @Parameter(id = "attempts", label = "Attempts", defaultValue = "4")
        int attempts) {

    /** Copies the map. */
    TokenTuning {
        extraParameters = Map.copyOf(extraParameters);
    }

    /** What the options say; what is wrong with them is added to the faults, and the defaults are returned. */
    static TokenTuning of(TokenOptions options, List<String> faults) {
        var given = new HashMap<String, RawValue>();
        put(given, "client_authentication", options.clientAuthentication.value());
        put(given, "secret_encoding", options.secretEncoding.value());
        put(given, "extra_parameters", options.extraParameters.value());
        put(given, "default_lifetime", options.defaultLifetime.value());
        put(given, "timeout", options.timeout.value());
        put(given, "attempts", options.attempts.value());
        if (given.isEmpty()) {
            // What ParameterList would say as well, after it had read the annotations.
            return defaults();
        }
        try {
            TokenTuning tuning = ParameterList.bind(TokenTuning.class, given);
            faults.addAll(tuning.faults(options));
            return tuning;
        } catch (ParameterException e) {
            e.faults().forEach(fault -> faults.add(message(fault)));
            return defaults();
        }
    }

    private static void put(Map<String, RawValue> values, String id, @Nullable String text) {
        if (text != null) {
            values.put(id, RawValue.of(text));
        }
    }

    private List<String> faults(TokenOptions options) {
        var faults = new ArrayList<String>();
        positive("--default-lifetime", options.defaultLifetime.value(), defaultLifetime)
                .ifPresent(faults::add);
        positive("--timeout", options.timeout.value(), timeout).ifPresent(faults::add);
        if (attempts < 1) {
            faults.add("--attempts '" + options.attempts.value() + "' is less than 1");
        }
        return faults;
    }

    private static Optional<String> positive(String option, @Nullable String text, Duration duration) {
        return duration.isNegative() || duration.isZero()
                ? Optional.of(option + " '" + text + "' is not positive")
                : Optional.empty();
    }

    // A fault begins with the parameter's id, which is the option's name without its hyphens.
    static String message(ParameterFault fault) {
        String rest = fault.message().startsWith(fault.parameter())
                ? fault.message().substring(fault.parameter().length())
                : ": " + fault.message();
        return "--" + fault.parameter().replace('_', '-') + rest;
    }

    private static TokenTuning defaults() {
        return new TokenTuning(
                Optional.empty(), SecretEncoding.FORM, Map.of(), Duration.ofMinutes(5), Duration.ofSeconds(60), 4);
    }
}
