package dev.tokenport.oauth2;

import dev.tokenport.http.Urls;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a token endpoint for. Secrets are sources, read anew whenever a request is sent. Prints grant, client and
 * endpoint. Immutable.
 */
public final class TokenRequest {

    private final URI tokenEndpoint;
    private final Grant grant;
    private final String clientId;
    private final @Nullable Secret clientSecret;
    private final @Nullable ClientAuthenticationMethod clientAuthentication;
    private final SecretEncoding secretEncoding;
    private final List<String> scopes;
    private final List<String> audiences;
    private final List<String> resources;
    private final Map<String, String> extraParameters;

    TokenRequest(TokenRequestBuilder builder) {
        this.tokenEndpoint = builder.tokenEndpoint;
        this.grant = builder.grant;
        this.clientId = builder.clientId;
        this.clientSecret = builder.clientSecret;
        this.clientAuthentication = builder.clientAuthentication;
        this.secretEncoding = builder.secretEncoding;
        this.scopes = List.copyOf(builder.scopes);
        this.audiences = List.copyOf(builder.audiences);
        this.resources = List.copyOf(builder.resources);
        this.extraParameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.extraParameters));
    }

    /** A request of a client for itself (RFC 6749 §4.4). */
    public static TokenRequestBuilder clientCredentials(URI tokenEndpoint, String clientId, Secret clientSecret) {
        return new TokenRequestBuilder(tokenEndpoint, new Grant.ClientCredentials(), clientId)
                .clientSecret(clientSecret);
    }

    /**
     * A request of a client for a user whose password it knows (RFC 6749 §4.3). Without a client secret the client is a
     * public one.
     */
    public static TokenRequestBuilder password(URI tokenEndpoint, String clientId, String userName, Secret password) {
        return new TokenRequestBuilder(tokenEndpoint, new Grant.Password(userName, password), clientId);
    }

    /** The token endpoint; its own query is kept. */
    public URI tokenEndpoint() {
        return tokenEndpoint;
    }

    /** The grant with what it needs. */
    public Grant grant() {
        return grant;
    }

    /** The client id. */
    public String clientId() {
        return clientId;
    }

    /** The client secret, if one was given. */
    public Optional<Secret> clientSecret() {
        return Optional.ofNullable(clientSecret);
    }

    /**
     * The client authentication asked for; empty stands for {@code client_secret_basic} with a secret and {@code none}
     * without one.
     */
    public Optional<ClientAuthenticationMethod> clientAuthentication() {
        return Optional.ofNullable(clientAuthentication);
    }

    /** How client id and secret are written into {@code client_secret_basic}. */
    public SecretEncoding secretEncoding() {
        return secretEncoding;
    }

    /** The scopes asked for, each once, in the order given. */
    public List<String> scopes() {
        return scopes;
    }

    /** The audiences asked for. */
    public List<String> audiences() {
        return audiences;
    }

    /** The resources asked for (RFC 8707). */
    public List<String> resources() {
        return resources;
    }

    /** Further form parameters, in order. */
    public Map<String, String> extraParameters() {
        return extraParameters;
    }

    @Override
    public String toString() {
        return "TokenRequest[grant " + grant.type() + ", client '" + clientId + "', " + Urls.shown(tokenEndpoint) + "]";
    }
}
