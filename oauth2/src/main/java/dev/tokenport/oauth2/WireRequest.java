package dev.tokenport.oauth2;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.http.Urls;
import dev.tokenport.jose.JwtClaims;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A token request as it goes over the wire (RFC 6749 §4.3.2, §4.4.2). Prints nothing of it. Immutable. */
final class WireRequest {

    private static final String CONTENT_TYPE = "application/x-www-form-urlencoded;charset=UTF-8";

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Long enough for a server whose clock is ahead, and the longest that Keycloak accepts without a setting. */
    private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(1);

    private final URI endpoint;
    private final Credentials credentials;
    private final List<FormField> form;

    /** What goes into the header of Basic authentication. */
    private final String userPass;

    private WireRequest(TokenRequest request, URI endpoint, Credentials credentials, List<FormField> form) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.form = form;
        this.userPass = credentials.method() == ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                ? userPass(request, credentials)
                : "";
    }

    /** A request for one attempt: what is signed is signed anew. */
    static WireRequest of(TokenRequest request, ServerMetadata server, Credentials credentials, Instant now) {
        var form = new ArrayList<FormField>();
        form.add(FormField.plain("grant_type", request.grant().type()));
        addClient(form, request, server, credentials, now);
        form.addAll(credentials.grant());
        if (request.grant() instanceof JwtBearer.Made made) {
            credentials
                    .grantSigner()
                    .ifPresent(signer -> form.add(
                            FormField.confidential("assertion", signer.sign(claims(made, request, server), now))));
        }
        // Of a device code the scope was said when the code was asked for (RFC 8628 §3.4).
        boolean said = request.grant() instanceof Grant.DeviceCode;
        form.addAll(purpose(request, said ? List.of() : request.namedScopes()));
        return new WireRequest(request, server.tokenEndpoint(), credentials, List.copyOf(form));
    }

    /** What the token is for. */
    static List<FormField> purpose(TokenRequest request, List<String> scopes) {
        var form = new ArrayList<FormField>();
        if (!scopes.isEmpty()) {
            form.add(FormField.plain("scope", String.join(" ", scopes)));
        }
        request.audiences().forEach(audience -> form.add(FormField.plain("audience", audience)));
        request.resources().forEach(resource -> form.add(FormField.plain("resource", resource)));
        request.extraParameters().forEach((name, value) -> form.add(FormField.plain(name, value)));
        return form;
    }

    /** A form for another endpoint, for one attempt. */
    static WireRequest of(ClientExchange.Order order, Credentials credentials, Instant now) {
        var form = new ArrayList<FormField>(order.fields());
        addClient(form, order.request(), order.server(), credentials, now);
        return new WireRequest(order.request(), order.endpoint(), credentials, List.copyOf(form));
    }

    private static void addClient(
            List<FormField> form, TokenRequest request, ServerMetadata server, Credentials credentials, Instant now) {
        if (credentials.method() != ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                && !request.clientId().isBlank()) {
            form.add(FormField.plain("client_id", request.clientId()));
        }
        if (credentials.method() == ClientAuthenticationMethod.CLIENT_SECRET_POST) {
            form.add(FormField.confidential("client_secret", credentials.clientSecret()));
        }
        credentials.clientSigner().ifPresent(signer -> {
            var claims = new JwtClaims(
                    request.clientId(), request.clientId(), audience(request, server), ASSERTION_LIFETIME, Map.of());
            form.add(FormField.plain("client_assertion_type", ASSERTION_TYPE));
            form.add(FormField.confidential("client_assertion", signer.sign(claims, now)));
        });
    }

    private static JwtClaims claims(JwtBearer.Made made, TokenRequest request, ServerMetadata server) {
        JwtClaims claims = made.claims();
        return claims.audience().isEmpty()
                ? new JwtClaims(
                        claims.issuer(),
                        claims.subject(),
                        audience(request, server),
                        claims.lifetime(),
                        claims.others())
                : claims;
    }

    private static String audience(TokenRequest request, ServerMetadata server) {
        return request.assertionAudience() == AssertionAudience.ISSUER
                ? request.server().issuer().orElseThrow().toString()
                : server.tokenEndpoint().toString();
    }

    Request http() {
        Headers headers = Headers.none().with("Content-Type", CONTENT_TYPE).with("Accept", "application/json");
        if (credentials.method() == ClientAuthenticationMethod.CLIENT_SECRET_BASIC) {
            byte[] bytes = userPass.getBytes(StandardCharsets.UTF_8);
            headers =
                    headers.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return new Request("POST", endpoint, headers, FormField.body(form));
    }

    /** What may be shown of it. */
    SentRequest shown(int attempt) {
        var headers = new ArrayList<SentRequest.Field>();
        headers.add(new SentRequest.Field("Content-Type", CONTENT_TYPE));
        headers.add(new SentRequest.Field("Accept", "application/json"));
        if (credentials.method() == ClientAuthenticationMethod.CLIENT_SECRET_BASIC) {
            headers.add(new SentRequest.Field("Authorization", "Basic " + Secret.MASK));
        }
        List<SentRequest.Field> fields = form.stream()
                .map(field -> new SentRequest.Field(field.name(), field.shown()))
                .toList();
        return new SentRequest(attempt, Urls.shown(endpoint), headers, fields);
    }

    /** Makes the redactor know every secret in the request; it knows each one's encodings by itself. */
    void register(Redactor redactor) {
        redactor.add(credentials.clientSecret());
        redactor.add(userPass);
        form.stream().filter(FormField::isConfidential).map(FormField::value).forEach(redactor::add);
    }

    private static String userPass(TokenRequest request, Credentials credentials) {
        return request.secretEncoding() == SecretEncoding.RAW
                ? request.clientId() + ":" + credentials.clientSecret()
                : FormField.encoded(request.clientId()) + ":" + FormField.encoded(credentials.clientSecret());
    }

    @Override
    public String toString() {
        return "WireRequest";
    }
}
