package dev.tokenport.oauth2;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.http.Urls;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A token request as it goes over the wire (RFC 6749 §4.3.2, §4.4.2). Prints nothing of it. Immutable. */
final class WireRequest {

    private static final String CONTENT_TYPE = "application/x-www-form-urlencoded;charset=UTF-8";

    private final TokenRequest request;
    private final Credentials credentials;
    private final List<FormField> form;

    private WireRequest(TokenRequest request, Credentials credentials, List<FormField> form) {
        this.request = request;
        this.credentials = credentials;
        this.form = form;
    }

    static WireRequest of(TokenRequest request, Credentials credentials) {
        var form = new ArrayList<FormField>();
        form.add(FormField.plain("grant_type", request.grant().type()));
        if (credentials.method() != ClientAuthenticationMethod.CLIENT_SECRET_BASIC) {
            form.add(FormField.plain("client_id", request.clientId()));
        }
        if (credentials.method() == ClientAuthenticationMethod.CLIENT_SECRET_POST) {
            form.add(FormField.confidential("client_secret", credentials.clientSecret()));
        }
        form.addAll(credentials.grant());
        if (!request.scopes().isEmpty()) {
            form.add(FormField.plain("scope", String.join(" ", request.scopes())));
        }
        request.audiences().forEach(audience -> form.add(FormField.plain("audience", audience)));
        request.resources().forEach(resource -> form.add(FormField.plain("resource", resource)));
        request.extraParameters().forEach((name, value) -> form.add(FormField.plain(name, value)));
        return new WireRequest(request, credentials, List.copyOf(form));
    }

    Request http() {
        Headers headers = Headers.none().with("Content-Type", CONTENT_TYPE).with("Accept", "application/json");
        if (credentials.method() == ClientAuthenticationMethod.CLIENT_SECRET_BASIC) {
            byte[] bytes = userPass().getBytes(StandardCharsets.UTF_8);
            headers =
                    headers.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return new Request("POST", request.tokenEndpoint(), headers, FormField.body(form));
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
        return new SentRequest(attempt, Urls.shown(request.tokenEndpoint()), headers, fields);
    }

    /** Makes the redactor know every secret in the request; it knows each one's encodings by itself. */
    void register(Redactor redactor) {
        redactor.add(credentials.clientSecret());
        if (credentials.method() == ClientAuthenticationMethod.CLIENT_SECRET_BASIC) {
            redactor.add(userPass());
        }
        credentials.grant().stream()
                .filter(FormField::isConfidential)
                .map(FormField::value)
                .forEach(redactor::add);
    }

    private String userPass() {
        return request.secretEncoding() == SecretEncoding.RAW
                ? request.clientId() + ":" + credentials.clientSecret()
                : FormField.encoded(request.clientId()) + ":" + FormField.encoded(credentials.clientSecret());
    }

    @Override
    public String toString() {
        return "WireRequest";
    }
}
