package dev.tokenport.oauth2;

import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.SigningKey;
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

    private final AuthorizationServer server;
    private final Grant grant;
    private final String clientId;
    private final List<Secret> clientSecrets;
    private final @Nullable SigningKey signingKey;
    private final @Nullable JwsAlgorithm secretAlgorithm;
    private final AssertionAudience assertionAudience;
    private final @Nullable KeyFile clientCertificate;
    private final @Nullable DpopKey dpopKey;
    private final @Nullable URI revocationEndpoint;
    private final @Nullable URI deviceAuthorizationEndpoint;
    private final @Nullable ClientAuthenticationMethod clientAuthentication;
    private final SecretEncoding secretEncoding;
    private final InsecureHttp insecureHttp;
    private final List<String> scopes;
    private final List<String> audiences;
    private final List<String> resources;
    private final Map<String, String> extraParameters;
    private final boolean scopesNamed;

    TokenRequest(TokenRequestBuilder builder) {
        this.server = builder.server;
        this.grant = builder.grant;
        this.clientId = builder.clientId;
        this.clientSecrets =
                ClientAuthentication.of(builder).mayTakeSecret() ? List.copyOf(builder.clientSecrets) : List.of();
        this.signingKey = builder.signingKey;
        this.secretAlgorithm = builder.secretAlgorithm;
        this.assertionAudience = builder.assertionAudience;
        this.clientCertificate = builder.clientCertificate;
        this.dpopKey = builder.dpopKey;
        this.revocationEndpoint = builder.revocationEndpoint;
        this.deviceAuthorizationEndpoint = builder.deviceAuthorizationEndpoint;
        this.clientAuthentication = builder.clientAuthentication;
        this.secretEncoding = builder.secretEncoding;
        this.insecureHttp = builder.insecureHttp;
        this.scopes = List.copyOf(builder.scopes);
        this.audiences = List.copyOf(builder.audiences);
        this.resources = List.copyOf(builder.resources);
        this.extraParameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.extraParameters));
        this.scopesNamed = true;
    }

    private TokenRequest(TokenRequest original, Grant grant, List<String> granted) {
        this.server = original.server;
        this.grant = grant;
        this.clientId = original.clientId;
        this.clientSecrets = original.clientSecrets;
        this.signingKey = original.signingKey;
        this.secretAlgorithm = original.secretAlgorithm;
        this.assertionAudience = original.assertionAudience;
        this.clientCertificate = original.clientCertificate;
        this.dpopKey = original.dpopKey;
        this.clientAuthentication = original.clientAuthentication;
        this.secretEncoding = original.secretEncoding;
        this.insecureHttp = original.insecureHttp;
        this.revocationEndpoint = original.revocationEndpoint;
        this.deviceAuthorizationEndpoint = original.deviceAuthorizationEndpoint;
        this.scopes = List.copyOf(granted);
        this.audiences = original.audiences;
        this.resources = original.resources;
        this.extraParameters = original.extraParameters;
        this.scopesNamed = false;
    }

    /** A request of a client for itself (RFC 6749 §4.4). */
    public static TokenRequestBuilder clientCredentials(URI tokenEndpoint, String clientId, Secret clientSecret) {
        return of(AuthorizationServer.at(tokenEndpoint), new Grant.ClientCredentials(), clientId)
                .clientSecret(clientSecret);
    }

    /**
     * A request of a client for a user whose password it knows (RFC 6749 §4.3). Without a client secret the client is a
     * public one.
     */
    public static TokenRequestBuilder password(URI tokenEndpoint, String clientId, String userName, Secret password) {
        return of(AuthorizationServer.at(tokenEndpoint), new Grant.Password(userName, password), clientId);
    }

    /** A request that a person allows on another device (RFC 8628), for {@link TokenClient#login}. */
    public static TokenRequestBuilder device(AuthorizationServer server, String clientId) {
        return of(server, new Grant.DeviceCode(Secret.of("")), clientId);
    }

    /** The same request with another grant. */
    TokenRequest with(Grant other) {
        return new TokenRequest(this, other, scopes);
    }

    /** A request by any grant. */
    public static TokenRequestBuilder of(AuthorizationServer server, Grant grant, String clientId) {
        return new TokenRequestBuilder(server, grant, clientId);
    }

    /**
     * The same with a refresh token in the place of the grant. It names no scope, which stands for those that were granted
     * (RFC 6749 §6): what was asked for may have been more.
     */
    TokenRequest renewal(Secret refreshToken, List<String> granted) {
        return new TokenRequest(this, new Grant.RefreshToken(refreshToken), granted);
    }

    /** The scopes to name in the request. */
    List<String> namedScopes() {
        return scopesNamed ? scopes : List.of();
    }

    /** Where it goes. */
    public AuthorizationServer server() {
        return server;
    }

    /** The grant with what it needs. */
    public Grant grant() {
        return grant;
    }

    /** The client id. */
    public String clientId() {
        return clientId;
    }

    /**
     * The client secrets in the order in which they are tried, the next one only after {@code invalid_client}; none if the
     * client authentication asked for takes none.
     */
    public List<Secret> clientSecrets() {
        return clientSecrets;
    }

    /** The key that signs the client's own assertion, if one was given. */
    public Optional<SigningKey> signingKey() {
        return Optional.ofNullable(signingKey);
    }

    /** How {@code client_secret_jwt} makes its assertion; empty for {@code HS256}. */
    public Optional<JwsAlgorithm> secretAlgorithm() {
        return Optional.ofNullable(secretAlgorithm);
    }

    /** For whom the client's own assertion is made out. */
    public AssertionAudience assertionAudience() {
        return assertionAudience;
    }

    /** The certificate that the client's transport shows, if one was given. */
    public Optional<KeyFile> clientCertificate() {
        return Optional.ofNullable(clientCertificate);
    }

    /** Where the token is revoked, if that was given. */
    public Optional<URI> revocationEndpoint() {
        return Optional.ofNullable(revocationEndpoint);
    }

    /** Where the device grant begins, if that was given. */
    public Optional<URI> deviceAuthorizationEndpoint() {
        return Optional.ofNullable(deviceAuthorizationEndpoint);
    }

    /** The key that the token shall be bound to (RFC 9449), if one was given. */
    public Optional<DpopKey> dpopKey() {
        return Optional.ofNullable(dpopKey);
    }

    /**
     * The client authentication asked for; empty stands for {@code client_secret_basic} with a secret, else {@code
     * private_key_jwt} with a key, {@code tls_client_auth} with a certificate and {@code none} without any.
     */
    public Optional<ClientAuthenticationMethod> clientAuthentication() {
        return Optional.ofNullable(clientAuthentication);
    }

    /** How client id and secret are written into {@code client_secret_basic}. */
    public SecretEncoding secretEncoding() {
        return secretEncoding;
    }

    InsecureHttp insecureHttp() {
        return insecureHttp;
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

    /** Grant and client, in words. */
    String asked() {
        return "grant " + grant.type() + (clientId.isBlank() ? "" : ", client '" + clientId + "'");
    }

    @Override
    public String toString() {
        return "TokenRequest[" + asked() + ", " + server + "]";
    }
}
