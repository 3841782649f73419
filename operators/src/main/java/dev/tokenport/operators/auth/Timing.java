package dev.tokenport.operators.auth;

import dev.tokenport.operator.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long tokens are good for, and how long it may take to get one. Immutable. */
record Timing(
        @Parameter(
                id = "oauth_default_lifetime",
                label = "Default Lifetime",
                description = "How long a token is taken to be valid when the server does not say.",
                defaultValue = "PT5M",
                advanced = true)
        Duration defaultLifetime,

        @Parameter(
                id = "oauth_minimum_validity",
                label = "Minimum Validity",
                description = "How long a token must still be valid to be used again. No more than half of its"
                        + " lifetime counts.",
                defaultValue = "PT30S",
                advanced = true)
        Duration minimumValidity,

        @Parameter(
                id = "oauth_timeout",
                label = "Timeout",
                description = "How long getting a token may take in all, repeated requests and waits included.",
                defaultValue = "PT60S",
                advanced = true)
        Duration timeout,

        @Parameter(
                id = "oauth_attempts",
                label = "Attempts",
                description = "How often the token endpoint is asked at the most, when it does not answer or says that"
                        + " it cannot right now. A refusal is never repeated.",
                defaultValue = "4",
                advanced = true)
        int attempts) {

    /** Checks that durations and attempts are positive. */
    Timing {
        List<String> faults = new ArrayList<>();
        if (defaultLifetime.isZero()) {
            faults.add("oauth_default_lifetime '" + defaultLifetime + "' is not positive");
        }
        if (timeout.isZero()) {
            faults.add("oauth_timeout '" + timeout + "' is not positive");
        }
        if (attempts < 1) {
            faults.add("oauth_attempts '" + attempts + "' is less than 1");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
