package dev.tokenport.oauth2;

import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a {@link TokenRequest} together. Blank optional values are left out. For one thread. */
public final class TokenRequestBuilder {

    final AuthorizationServer server;
    final Grant grant;
    final String clientId;

    final List<Secret> clientSecrets = new ArrayList<>();

    @Nullable
    SigningKey signingKey;

    @Nullable
    JwsAlgorithm secretAlgorithm;

    @Nullable
    KeyFile clientCertificate;

    @Nullable
    DpopKey dpopKey;

    @Nullable
    URI revocationEndpoint;

    @Nullable
    URI deviceAuthorizationEndpoint;

    AssertionAudience assertionAudience = AssertionAudience.TOKEN_ENDPOINT;

    @Nullable
    ClientAuthenticationMethod clientAuthentication;

    SecretEncoding secretEncoding = SecretEncoding.FORM;
    InsecureHttp insecureHttp = InsecureHttp.LOOPBACK_ONLY;
    final Set<String> scopes = new LinkedHashSet<>();
    final List<String> audiences = new ArrayList<>();
    final List<String> resources = new ArrayList<>();
    final Map<String, String> extraParameters = new LinkedHashMap<>();

    TokenRequestBuilder(AuthorizationServer server, Grant grant, String clientId) {
        this.server = Objects.requireNonNull(server);
        this.grant = Objects.requireNonNull(grant);
        this.clientId = Objects.requireNonNull(clientId);
    }

    /** The client secret; an empty one counts as none. */
    public TokenRequestBuilder clientSecret(Secret secret) {
        clientSecrets.clear();
        return nextClientSecret(secret);
    }

    /**
     * More client secrets, one or, in lines of their own, several: each is tried when those before it were refused with
     * {@code invalid_client}, and the one that was taken is tried first from then on. So a secret can be replaced at the
     * server without an outage.
     */
    public TokenRequestBuilder nextClientSecret(Secret secret) {
        clientSecrets.add(Objects.requireNonNull(secret));
        return this;
    }

    /** The key that signs the client's own assertion, for {@code private_key_jwt}. */
    public TokenRequestBuilder signingKey(SigningKey key) {
        signingKey = Objects.requireNonNull(key);
        return this;
    }

    /** How {@code client_secret_jwt} makes its assertion; {@code HS256} by default. */
    public TokenRequestBuilder secretAlgorithm(JwsAlgorithm algorithm) {
        secretAlgorithm = Objects.requireNonNull(algorithm);
        return this;
    }

    /** For whom the client's own assertion is made out; the token endpoint by default. */
    public TokenRequestBuilder assertionAudience(AssertionAudience audience) {
        assertionAudience = Objects.requireNonNull(audience);
        return this;
    }

    /** The certificate that the client's transport shows, for {@code tls_client_auth}. */
    public TokenRequestBuilder clientCertificate(KeyFile file) {
        clientCertificate = Objects.requireNonNull(file);
        return this;
    }

    /** The key that the token shall be bound to (RFC 9449). */
    public TokenRequestBuilder dpopKey(DpopKey key) {
        dpopKey = Objects.requireNonNull(key);
        return this;
    }

    /** Where tokens are revoked (RFC 7009), if the issuer does not tell. */
    public TokenRequestBuilder revocationEndpoint(URI url) {
        revocationEndpoint = Objects.requireNonNull(url);
        return this;
    }

    /** Where the device grant begins (RFC 8628 §3.1), if the issuer does not tell. */
    public TokenRequestBuilder deviceAuthorizationEndpoint(URI url) {
        deviceAuthorizationEndpoint = Objects.requireNonNull(url);
        return this;
    }

    /** How the client authenticates; by default as fits what is given, see {@link TokenRequest#clientAuthentication}. */
    public TokenRequestBuilder clientAuthentication(ClientAuthenticationMethod method) {
        clientAuthentication = Objects.requireNonNull(method);
        return this;
    }

    /** How client id and secret are written into {@code client_secret_basic}; form-encoded by default. */
    public TokenRequestBuilder secretEncoding(SecretEncoding encoding) {
        secretEncoding = Objects.requireNonNull(encoding);
        return this;
    }

    /** More scopes; each text may hold several, separated by white space (RFC 6749 §3.3). */
    public TokenRequestBuilder scope(String... values) {
        for (String value : values) {
            scopes.addAll(Scopes.in(value));
        }
        return this;
    }

    /** More audiences: the services that shall accept the token, by the server's names for them. */
    public TokenRequestBuilder audience(String... values) {
        Arrays.stream(values).filter(value -> !value.isBlank()).forEach(audiences::add);
        return this;
    }

    /** More resources: the services that shall accept the token, by absolute URI (RFC 8707). */
    public TokenRequestBuilder resource(String... values) {
        Arrays.stream(values).filter(value -> !value.isBlank()).forEach(resources::add);
        return this;
    }

    /** One more form parameter; it must not be one that is set otherwise. */
    public TokenRequestBuilder extraParameter(String name, String value) {
        Objects.requireNonNull(name);
        if (!value.isBlank()) {
            extraParameters.put(name, value);
        }
        return this;
    }

    /** Accepts a plain {@code http} endpoint on another machine: credentials cross the network in the clear. */
    public TokenRequestBuilder allowInsecureHttp() {
        insecureHttp = InsecureHttp.ALLOWED;
        return this;
    }

    /**
     * The request. No secret is read: an empty or unreadable one is found when the request is sent.
     *
     * @throws TokenConfigurationException with every fault at once
     */
    public TokenRequest build() throws TokenConfigurationException {
        List<ConfigurationFault> faults = RequestRules.faults(this);
        if (!faults.isEmpty()) {
            throw new TokenConfigurationException(faults, null);
        }
        return new TokenRequest(this);
    }
}
