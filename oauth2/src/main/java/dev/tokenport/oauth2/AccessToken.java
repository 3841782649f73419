package dev.tokenport.oauth2;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An access token as a token endpoint gave it (RFC 6749 §5.1). Prints type and expiry, never the token. Immutable. */
public final class AccessToken {

    /** The type of a token that is bound to a key. */
    static final String DPOP = "DPoP";

    /** The type of a token that whoever holds it can use. */
    static final String BEARER = "Bearer";

    private final Secret value;
    private final Optional<DpopKey> dpopKey;
    private final List<String> scopes;
    private final Map<String, Secret> otherMembers;
    private final List<String> warnings;
    private final Validity validity;

    AccessToken(
            Secret value,
            Optional<DpopKey> dpopKey,
            Validity validity,
            List<String> scopes,
            Map<String, Secret> otherMembers,
            List<String> warnings) {
        this.value = value;
        this.dpopKey = dpopKey;
        this.validity = validity;
        this.scopes = List.copyOf(scopes);
        this.otherMembers = Collections.unmodifiableMap(new LinkedHashMap<>(otherMembers));
        this.warnings = List.copyOf(warnings);
    }

    /** The token itself. */
    public Secret value() {
        return value;
    }

    /** The type in its registered spelling: {@code Bearer}, or {@code DPoP} if it is bound to a key. */
    public String tokenType() {
        return dpopKey.isPresent() ? DPOP : BEARER;
    }

    /** The key that the token is bound to (RFC 9449): each request that uses it needs a proof made with this key. */
    public Optional<DpopKey> dpopKey() {
        return dpopKey;
    }

    /** The whole value of an {@code Authorization} header: {@code Bearer …} (RFC 6750 §2.1), or {@code DPoP …}. */
    public Secret authorization() {
        return Secret.of(tokenType() + " " + value.reveal());
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

    AccessToken withWarning(String warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        return new AccessToken(value, dpopKey, validity, scopes, otherMembers, more);
    }

    @Override
    public String toString() {
        return "AccessToken[" + tokenType() + ", expires at " + expiresAt() + "]";
    }
}
