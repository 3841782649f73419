package dev.tokenport.oauth2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What to try after a refusal, where something is known. */
final class Hints {

    private static final Set<String> EXCHANGE_ERRORS =
            Set.of("invalid_request", "invalid_token", "access_denied", "unsupported_token_type");
    private static final String SUBJECT =
            "the subject token or the actor token has expired, was revoked, or is not meant"
                    + " for this client, which must be in its audience";

    private final TokenRequest request;
    private final ServerMetadata server;
    private final Credentials credentials;

    Hints(TokenRequest request, ServerMetadata server, Credentials credentials) {
        this.request = request;
        this.server = server;
        this.credentials = credentials;
    }

    String of(int status, String error, String description) {
        if (status == 404) {
            return "there is no token endpoint at this address: check realm and path";
        }
        if (status == 401 && error.isEmpty()) {
            return invalidClient();
        }
        return switch (error) {
            // Keycloak says so of the audience of an exchange that it does not know.
            case "invalid_client" ->
                request.grant() instanceof TokenExchangeGrant && isAboutTarget(description)
                        ? audience(error, description)
                        : invalidClient();
            case "invalid_grant" -> invalidGrant();
            case "unauthorized_client" -> unauthorizedClient(status);
            case "unsupported_grant_type" ->
                "the server does not offer the grant " + request.grant().type()
                        + offered(server.grantTypes(), request.grant().type());
            case "invalid_scope" -> invalidScope();
            case "invalid_dpop_proof" ->
                "the server does not accept the DPoP proof: check this machine's clock, and that"
                        + " the URL asked is the one the server knows as its own";
            case "use_dpop_nonce" ->
                request.dpopKey().isPresent()
                        ? "the server wants another DPoP nonce, and gave none that helps (RFC 9449 §8)"
                        : "the server wants the token bound to a key (DPoP, RFC 9449)";
            default -> exchange(error, description);
        };
    }

    private String invalidClient() {
        var hints = new ArrayList<String>();
        ClientAuthenticationMethod method = credentials.method();
        hints.add(check(method) + offered(server.clientAuthenticationMethods(), method.toString()));
        boolean changes = FormField.changesWhenEncoded(credentials.clientSecret())
                || FormField.changesWhenEncoded(request.clientId());
        if (method == ClientAuthenticationMethod.CLIENT_SECRET_BASIC && changes) {
            hints.add(
                    request.secretEncoding() == SecretEncoding.FORM
                            ? "form encoding changes this id or secret, and some servers expect `raw`"
                            : "form encoding would change this id or secret, and most servers expect `form`");
        }
        if (method.sendsAssertion()) {
            hints.add(
                    request.assertionAudience() == AssertionAudience.TOKEN_ENDPOINT
                            ? "the assertion is made out for the token endpoint, and some servers expect `issuer`"
                            : "the assertion is made out for the issuer, and some servers expect `token_endpoint`");
        }
        return String.join("; ", hints);
    }

    private static String check(ClientAuthenticationMethod method) {
        if (method == ClientAuthenticationMethod.CLIENT_SECRET_JWT) {
            return "check client id, client secret and this machine's clock, and that the server offers " + method
                    + " for this client";
        }
        return switch (method.needs()) {
            case NOTHING -> "check the client id, and that the server knows it as a public client, without a secret";
            case SECRET ->
                "check client id and client secret, and that the server offers " + method + " for this client";
            case SIGNING_KEY ->
                "check the client id and this machine's clock, and that the server knows the public key of this client"
                        + " and offers " + method + " for it";
            case CERTIFICATE ->
                "check the client id, and that the server knows the certificate of this client and offers " + method
                        + " for it";
        };
    }

    /** What the server says that it offers, where what was used is not among it. */
    private static String offered(List<String> offered, String used) {
        return offered.isEmpty() || offered.contains(used) ? "" : "; the server offers " + String.join(", ", offered);
    }

    /** With 401, or an assertion, it may also be the credentials that are wrong: Keycloak answers both in this way. */
    private String unauthorizedClient(int status) {
        String grant = "the grant " + request.grant().type() + " is not enabled for this client at the server";
        return status == 401 || credentials.method().sendsAssertion() ? invalidClient() + "; or " + grant : grant;
    }

    private String invalidGrant() {
        Grant grant = request.grant();
        if (grant instanceof Grant.Password) {
            return "check user name and password, and that the account is enabled and set up";
        }
        if (grant instanceof Grant.RefreshToken token) {
            return "the refresh token has expired, was revoked, was used before or is another client's: get a new one"
                    + token.file()
                            .map(file -> ", and write it to '" + file + "' or delete that file")
                            .orElse("");
        }
        if (grant instanceof JwtBearer.Made) {
            return "check issuer, subject and audience of the assertion, that the server trusts the key for this issuer,"
                    + " and the clock of this machine";
        }
        if (grant instanceof JwtBearer) {
            return "the assertion has expired, was used before, is for another audience or is from an issuer that the"
                    + " server does not trust";
        }
        return grant instanceof TokenExchangeGrant ? SUBJECT : "";
    }

    private String invalidScope() {
        return request.scopes().isEmpty()
                ? "the server wants a scope to be named"
                : "check the scope '" + String.join(" ", request.scopes()) + "' and that this client may ask for it";
    }

    private String exchange(String error, String description) {
        String hint = audience(error, description);
        if (!(request.grant() instanceof TokenExchangeGrant exchange)
                || !hint.isEmpty()
                || !EXCHANGE_ERRORS.contains(error)) {
            return hint;
        }
        String types = exchange.requestedTokenType()
                .map(type -> ", and whether it gives tokens of the type '" + type + "'")
                .orElse("");
        return SUBJECT + "; check also the token types" + types;
    }

    private String audience(String error, String description) {
        if (!error.equals("invalid_target") && !isAboutTarget(description)) {
            return "";
        }
        return request.audiences().isEmpty() && request.resources().isEmpty()
                ? "the server seems to want an audience or a resource: name the service the token is for"
                : "check audience and resource: the server must know the service the token is for";
    }

    private static boolean isAboutTarget(String description) {
        String said = description.toLowerCase(Locale.ROOT);
        return said.contains("audience") || said.contains("resource");
    }
}
