package dev.tokenport.demo;

import java.util.Optional;

/** The token endpoint of RFC 6749 for one client and one user: client credentials and password grant. Thread-safe. */
final class TokenEndpoint implements Endpoint {

    private final Accounts accounts;
    private final IssuedTokens tokens;

    TokenEndpoint(Accounts accounts, IssuedTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public Answer answer(Received request) {
        if (!request.method().equals("POST")) {
            return error(405, "invalid_request", "a token is asked for with POST")
                    .with("Allow", "POST");
        }
        Optional<Form> form = Form.parse(request);
        if (form.isEmpty()) {
            return error(400, "invalid_request", "the body is not a form, or has a parameter twice");
        }
        if (!authenticated(request, form.get())) {
            return error(401, "invalid_client", "unknown client or wrong secret")
                    .with("WWW-Authenticate", "Basic realm=\"demo\"");
        }
        return switch (form.get().value("grant_type")) {
            case "client_credentials" -> token(accounts.clientId());
            case "password" -> password(form.get());
            case "" -> error(400, "invalid_request", "grant_type is missing");
            default -> error(400, "unsupported_grant_type", "client_credentials and password are supported");
        };
    }

    private boolean authenticated(Received request, Form form) {
        if (request.authorization().isEmpty()) {
            return accounts.isClient(form.value("client_id"), form.value("client_secret"));
        }
        return Form.basic(request.authorization())
                .filter(pair -> accounts.isClient(pair.id(), pair.secret()))
                .isPresent();
    }

    private Answer password(Form form) {
        return accounts.isUser(form.value("username"), form.value("password"))
                ? token(accounts.userName())
                : error(400, "invalid_grant", "unknown user or wrong password");
    }

    private Answer token(String subject) {
        return Answer.json(
                200,
                "{\"access_token\":\"" + tokens.issue(subject) + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + tokens.lifetime().toSeconds() + "}");
    }

    private static Answer error(int status, String code, String description) {
        return Answer.json(status, "{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}");
    }
}
