package dev.tokenport.oauth2;

import dev.tokenport.http.AnswerReader;
import dev.tokenport.http.BodyTooLargeException;
import dev.tokenport.http.Exchange;
import dev.tokenport.http.Response;
import dev.tokenport.http.Urls;
import dev.tokenport.http.Verdict;
import dev.tokenport.oauth2.Refusal.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the answers to one token request (RFC 6749 §5). For one thread. */
final class TokenAnswerReader implements AnswerReader<Answered> {

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int LONGEST_ERROR = 100;
    private static final int LONGEST_QUOTE = 200;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Pattern ESCAPED_LETTER = Pattern.compile("\\\\u00[4-7]");
    private static final Set<String> TOKENS = Set.of("access_token", "refresh_token", "id_token");

    /** The codes of RFC 6749 §5.2: a verdict, whatever the status. */
    private static final Set<String> FINAL_ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    private final TokenExchange exchange;

    TokenAnswerReader(TokenExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Verdict<Answered> read(Response response) throws IOException, InterruptedException {
        int status = response.status();
        String type = response.headers().first("Content-Type").orElse("");
        AnswerBody body = body(response, type);
        TOKENS.stream().flatMap(name -> body.textOf(name).stream()).forEach(exchange.redactor()::add);
        exchange.answered(status, type, body);
        boolean wantsNonce = exchange.wantsNonce(response, body);
        if (status == 200 || status == 201) {
            Optional<Answered> token = granted(body);
            if (token.isPresent()) {
                return Verdict.done(token.get());
            }
        }
        Refusal refusal = refusal(status, body, response);
        if (wantsNonce) {
            return Verdict.sendAgain(refusal);
        }
        return refusal.worthRetrying() && exchange.maySendAgain(status)
                ? Verdict.tryAgain(refusal, "HTTP " + status)
                : Verdict.done(refusal);
    }

    private static AnswerBody body(Response response, String type) throws IOException {
        try {
            return AnswerBody.of(response.bodyWithin(LARGEST_BODY), type);
        } catch (BodyTooLargeException e) {
            return AnswerBody.unread("is larger than 1 MiB");
        }
    }

    private Optional<Answered> granted(AnswerBody body) {
        boolean good = body.member("error").isEmpty()
                && exchange.grantedAnswer().fault(body).isEmpty();
        return good
                ? Optional.of(new Answered.Granted(exchange.grantedAnswer().token(body, exchange.sent())))
                : Optional.empty();
    }

    private Refusal refusal(int status, AnswerBody body, Response response) {
        Optional<Member> error = body.member("error");
        if (error.isPresent()
                && body.fault().isEmpty()
                && error.get().isText()
                && !error.get().text().isBlank()) {
            return oauthError(status, error.get().text(), body);
        }
        if (status >= 200 && status < 300) {
            return malformed(
                    status, error.isPresent() ? Optional.of("error is not a code") : fault(status, body), body);
        }
        if (status >= 300 && status < 400) {
            return new Refusal(Kind.REQUEST, status, null, "HTTP " + status + " " + target(response), "", false);
        }
        if (holdsToken(body)) {
            boolean again = Exchange.worthRetrying(status);
            String what = "HTTP " + status + " with a token in the answer" + names(body);
            return new Refusal(again ? Kind.SERVER : Kind.MALFORMED, status, null, what, "", again);
        }
        Kind kind = kind(status, "");
        return new Refusal(
                kind, status, null, "HTTP " + status + quoted(body), hint(status, "", ""), kind == Kind.SERVER);
    }

    private Refusal oauthError(int status, String error, AnswerBody body) {
        String code = exchange.foreign().line(error, LONGEST_ERROR);
        String description = body.textOf("error_description").orElse("");
        String what = "HTTP " + status + " " + code
                + (description.isEmpty() ? "" : ": " + exchange.foreign().line(description, LONGEST_DESCRIPTION))
                + body.textOf("error_uri")
                        .map(uri -> " (see " + exchange.foreign().line(uri, LONGEST_QUOTE) + ")")
                        .orElse("");
        Kind kind = kind(status, error);
        return new Refusal(kind, status, code, what, hint(status, error, description), kind == Kind.SERVER);
    }

    private Refusal malformed(int status, Optional<String> fault, AnswerBody body) {
        String what = "HTTP " + status + ", but " + fault.orElse("no token") + names(body);
        return new Refusal(Kind.MALFORMED, status, null, what, "", false);
    }

    private Optional<String> fault(int status, AnswerBody body) {
        Optional<String> fault = exchange.grantedAnswer().fault(body);
        return fault.isPresent() ? fault : Optional.of("a token comes with HTTP 200 (RFC 6749 §5.1), not " + status);
    }

    private static Kind kind(int status, String error) {
        if (status == 401 || error.equals("invalid_client") || error.equals("invalid_grant")) {
            return Kind.CREDENTIALS;
        }
        if (FINAL_ERRORS.contains(error)) {
            return Kind.REQUEST;
        }
        if (status >= 500 || Exchange.worthRetrying(status)) {
            return Kind.SERVER;
        }
        return Kind.REQUEST;
    }

    private String hint(int status, String error, String description) {
        return exchange.hints().of(status, error, description);
    }

    private String names(AnswerBody body) {
        return body.members().isEmpty()
                ? ""
                : "; members: " + exchange.foreign().names(body.members().keySet());
    }

    private String quoted(AnswerBody body) {
        String quote = exchange.foreign().line(body.text(), LONGEST_QUOTE);
        return quote.isEmpty() ? "" : ": " + quote;
    }

    /** Whether there is a token in it, or may be one: where the body is broken or nested, its text decides. */
    private static boolean holdsToken(AnswerBody body) {
        String text = body.text().toLowerCase(Locale.ROOT);
        return ESCAPED_LETTER.matcher(text).find()
                || TOKENS.stream().anyMatch(name -> body.members().containsKey(name) || text.contains(name));
    }

    private String target(Response response) {
        String rule = "; redirects are not followed, credentials are not sent on";
        Optional<String> location = response.headers().first("Location");
        if (location.isEmpty()) {
            return "without a Location" + rule;
        }
        try {
            URI target = exchange.endpoint().resolve(new URI(location.get()));
            return "points to " + exchange.foreign().line(Urls.origin(target), LONGEST_QUOTE) + rule;
        } catch (URISyntaxException e) {
            return "points to a Location that is not a URL" + rule;
        }
    }
}
