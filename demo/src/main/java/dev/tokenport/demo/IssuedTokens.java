package dev.tokenport.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The opaque tokens that were issued, until they expire. Thread-safe. */
final class IssuedTokens {

    private final Duration lifetime;
    private final LongSupplier nanoTime;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String subject, long issued) {}

    IssuedTokens(Duration lifetime, LongSupplier nanoTime) {
        this.lifetime = lifetime;
        this.nanoTime = nanoTime;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** A new token for a client or user. */
    String issue(String subject) {
        String token = Accounts.randomText();
        tokens.put(token, new Token(subject, nanoTime.getAsLong()));
        return token;
    }

    /** Whom the token is for, empty if it is unknown or expired. */
    Optional<String> subject(String token) {
        Token known = tokens.get(token);
        if (known == null || nanoTime.getAsLong() - known.issued() >= lifetime.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(known.subject());
    }
}
