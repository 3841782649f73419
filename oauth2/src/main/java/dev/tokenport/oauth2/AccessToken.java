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

/** An access token as a token endpoint gave it (RFC 6749 §5.1). Prints type and expiry, never the token. Thread-safe. */
public final class AccessToken {

    /** The type of a token that is bound to a key. */
    static final String DPOP = "DPoP";

    /** The type of a token that whoever holds it can use. */
    static final String BEARER = "Bearer";

    private final Secret value;
    private final String tokenType;
    private final Optional<DpopKey> dpopKey;
    private final List<String> scopes;
    private final Map<String, Secret> otherMembers;
    private final List<String> warnings;
    private final Validity validity;
    private volatile boolean givenUp;

    AccessToken(
            Secret value,
            String tokenType,
            Optional<DpopKey> dpopKey,
            Validity validity,
            List<String> scopes,
            Map<String, Secret> otherMembers,
            List<String> warnings) {
        this.value = value;
        this.tokenType = tokenType;
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

    /**
     * The type in its registered spelling: {@code Bearer}, or {@code DPoP} if it is bound to a key; {@code N_A} for what an
     * exchange gave that is no access token (RFC 8693 §2.2.1).
     */
    public String tokenType() {
        return tokenType;
    }

    /** The key that the token is bound to (RFC 9449): each request that uses it needs a proof made with this key. */
    public Optional<DpopKey> dpopKey() {
        return dpopKey;
    }

    /**
     * The whole value of an {@code Authorization} header: {@code Bearer …} (RFC 6750 §2.1), or {@code DPoP …}. A token of
     * the type {@code N_A} is written as {@code Bearer}: who sends it to a service takes it for one of these.
     */
    public Secret authorization() {
        return Secret.of((dpopKey.isPresent() ? DPOP : BEARER) + " " + value.reveal());
    }

    /** What kind of token it is, if the answer says so: a URN such as that of a SAML assertion (RFC 8693 §3). */
    public Optional<String> issuedTokenType() {
        return Optional.ofNullable(otherMembers.get("issued_token_type")).map(Secret::reveal);
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

    /** What to renew the token with (RFC 6749 §6), if the server gave it. */
    public Optional<Secret> refreshToken() {
        return Optional.ofNullable(otherMembers.get("refresh_token"))
                .filter(token -> !token.reveal().isBlank());
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
        return new AccessToken(value, tokenType, dpopKey, validity, scopes, otherMembers, more);
    }

    @Override
    public String toString() {
        return "AccessToken[" + tokenType() + ", expires at " + expiresAt() + "]";
    }
}
