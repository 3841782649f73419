package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An access token as a token endpoint gave it (RFC 6749 §5.1). Prints type and expiry, never the token. Thread-safe. */
public final class AccessToken {

    private final Secret value;
    private final String tokenType;
    private final List<String> scopes;
    private final Map<String, Secret> otherMembers;
    private final List<String> warnings;
    private final Validity validity;
    private volatile boolean givenUp;

    AccessToken(
            Secret value,
            String tokenType,
            Validity validity,
            List<String> scopes,
            Map<String, Secret> otherMembers,
            List<String> warnings) {
        this.value = value;
        this.tokenType = tokenType;
        this.validity = validity;
        this.scopes = List.copyOf(scopes);
        this.otherMembers = Collections.unmodifiableMap(new LinkedHashMap<>(otherMembers));
        this.warnings = List.copyOf(warnings);
    }

    /** The token itself. */
    public Secret value() {
        return value;
    }

    /** The type in its registered spelling: {@code Bearer}. */
    public String tokenType() {
        return tokenType;
    }

    /** The whole value of an {@code Authorization} header: {@code Bearer …} (RFC 6750 §2.1). */
    public Secret authorization() {
        return Secret.of(tokenType + " " + value.reveal());
    }

    /** When it expires by the wall clock, counted from before the request was sent. */
    public Instant expiresAt() {
        return validity.expiresAt();
    }

    /** How long it was good for when it was asked for; zero for a token that is meant to be used at once, and once. */
    public Duration lifetime() {
        return validity.lifetime();
    }

    /** The scopes granted; those asked for if the answer named none (RFC 6749 §5.1). */
    public List<String> scopes() {
        return scopes;
    }

    /**
     * What else was in the answer, such as {@code refresh_token} or {@code id_token}, by name: texts as they are, other
     * values as JSON.
     */
    public Map<String, Secret> otherMembers() {
        return otherMembers;
    }

    /** What a person should look at, a line each; no secret in them. */
    public List<String> warnings() {
        return warnings;
    }

    Validity validity() {
        return validity;
    }

    boolean is(Secret other) {
        return value.reveal().equals(other.reveal());
    }

    /** It is not to be given any more, not even to those who already wait for it. */
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    AccessToken withWarning(String warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        return new AccessToken(value, tokenType, validity, scopes, otherMembers, more);
    }

    @Override
    public String toString() {
        return "AccessToken[" + tokenType + ", expires at " + expiresAt() + "]";
    }
}
