package dev.tokenport.cli;

import dev.tokenport.oauth2.ReceivedAnswer;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.ServerMetadata;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gets a token and explains, instead of printing it, what was configured, checked on the way to
 * the server, sent and answered, and what to change: on
 * standard output if there is a token, otherwise on standard error. For one thread.
 */
final class Verification {

    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

    private final Session session;
    private final TokenOptions options;
    private final TokenInputs inputs;
    private final List<String> lines = new ArrayList<>();
    private final CheckedWay way;

    Verification(Session session, TokenOptions options, TokenInputs inputs) {
        this.session = session;
        this.options = options;
        this.inputs = inputs;
        this.way = new CheckedWay(session, lines);
    }

    void run(List<String> faults) throws InterruptedException {
        options.dpop.passing = true;
        configured();
        try {
            if (!options.login.value() && !inputs.text(TokenInput.GRANT_TYPE).equals("prefetched_token")) {
                way.look(options, inputs);
            }
            granted(obtained(TokenOrder.of(options, inputs, faults)));
            show(session.screen()::answerLine);
        } catch (CommandException e) {
            way.ended(e);
            lines.add("To change");
            show(session.screen()::say);
            throw e;
        }
    }

    private ObtainedToken obtained(TokenOrder order) throws InterruptedException {
        var exchanges = new Exchanges();
        if (order instanceof RequestedToken requested) {
            requested.read(session);
            way.go(requested);
            return requested.fetch(session, exchanges);
        }
        if (order instanceof KeptLoginOrder login) {
            way.goLater(login);
        }
        return order.obtain(session, exchanges);
    }

    private void show(Consumer<String> where) {
        lines.stream().map(session.redactor()::redact).forEach(where);
    }

    private void configured() {
        lines.add("Configured");
        TokenInput.all()
                .forEach(input -> inputs.origin(input)
                        .ifPresentOrElse(
                                origin -> item(input.option(), shown(input) + "  (from " + origin + ")"),
                                () -> unset(input)));
        item("--issuer", options.issuer.value());
        grant(options.grant);
        item("--dpop", options.dpop.wanted.value() ? "true" : null);
        item("--scope", options.scope.value());
        options.audience.value().forEach(text -> item("--audience", text));
        options.resource.value().forEach(text -> item("--resource", text));
        item("--client-authentication", options.clientAuthentication.value());
        item(KeyOptions.FILE, options.keys.file.value());
        item("--client-key-id", options.keys.id.value());
        item(KeyOptions.ALGORITHM, options.keys.algorithm.value());
        item(KeyOptions.AUDIENCE, options.keys.audience.value());
        item(KeyOptions.CERTIFICATE_FILE, options.keys.certificateFile.value());
        item("--secret-encoding", options.secretEncoding.value());
        item("--extra-parameters", options.extraParameters.value() == null ? null : "given");
        item("--default-lifetime", options.defaultLifetime.value());
        item("--timeout", options.timeout.value());
        item("--attempts", options.attempts.value());
        item("--ca-file", options.caFile.value());
        item("--allow-insecure-http", options.allowInsecureHttp.value() ? "true" : null);
    }

    private void grant(GrantOptions grant) {
        item("--refresh-token-file", grant.refreshTokenFile.value());
        item("--assertion-issuer", grant.assertionIssuer.value());
        item("--assertion-subject", grant.assertionSubject.value());
        item("--assertion-lifetime", grant.assertionLifetime.value());
        item("--assertion-claims", grant.assertionClaims.value() == null ? null : "given");
        item("--subject-token-type", grant.subjectTokenType.value());
        item("--actor-token-type", grant.actorTokenType.value());
        item("--requested-token-type", grant.requestedTokenType.value());
    }

    private String shown(TokenInput input) {
        if (input.secret()) {
            return Secret.MASK;
        }
        return USER_INFO.matcher(inputs.text(input)).replaceFirst("//" + Secret.MASK + "@");
    }

    private void unset(TokenInput input) {
        if (input == TokenInput.GRANT_TYPE) {
            item(input.option(), "client_credentials  (default)");
        } else if (isUsed(input)) {
            item(input.option(), "not set: neither given nor in " + input.variable());
        }
    }

    private boolean isUsed(TokenInput input) {
        boolean byKey = options.keys.file.value() != null || options.keys.certificateFile.value() != null;
        return !(byKey && (input == TokenInput.CLIENT_SECRET || input == TokenInput.ASSERTION))
                && RequestedGrant.uses(inputs.text(TokenInput.GRANT_TYPE), input);
    }

    private void granted(ObtainedToken token) {
        if (token.lifetime().isEmpty()) {
            lines.add("Given; nothing was sent");
        }
        item("token type", token.type());
        token.keyThumbprint().ifPresent(jkt -> item("bound to the key", jkt));
        item("scope", token.scopes().isEmpty() ? "none named" : String.join(" ", token.scopes()));
        item("expires at", expiry(token));
        lines.add("To change");
        List<String> changes =
                Stream.concat(way.advice().stream(), token.warnings().stream()).toList();
        if (changes.isEmpty()) {
            lines.add("  nothing");
        }
        changes.forEach(warning -> lines.add("  " + warning));
    }

    private static String expiry(ObtainedToken token) {
        String after = token.lifetime()
                .map(lifetime -> "  (after " + Words.duration(lifetime) + ")")
                .orElse("");
        return token.expiresAt()
                .map(expiry -> expiry.truncatedTo(ChronoUnit.SECONDS) + after)
                .orElse("not known");
    }

    private void item(String name, @Nullable String value) {
        if (value != null) {
            lines.add("  " + name + ": " + value);
        }
    }

    /** Notes what goes over the wire, as it may be shown. */
    private final class Exchanges implements TokenListener {

        @Override
        public void discovered(URI document, ServerMetadata metadata) {
            way.discovered(document, metadata);
        }

        @Override
        public void warned(String line) {
            way.warned(line);
        }

        @Override
        public void sending(SentRequest request) {
            way.asking(URI.create(request.url()));
            lines.add("Sent" + (request.attempt() == 1 ? "" : " (attempt " + request.attempt() + ")"));
            lines.add("  POST " + request.url());
            request.headers().forEach(field -> item(field.name(), field.value()));
            request.form().forEach(field -> lines.add("  " + field.name() + "=" + field.value()));
        }

        @Override
        public void answered(ReceivedAnswer answer) {
            lines.add("Answered");
            item("status", "HTTP " + answer.status());
            item("content type", answer.contentType().isEmpty() ? "none" : answer.contentType());
            item("members", answer.members().isEmpty() ? "none" : String.join(", ", answer.members()));
        }

        @Override
        public void retrying(String line) {
            lines.add("  " + line);
        }
    }
}
