package dev.tokenport.cli;

import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.verify.TokenCheck;
import dev.tokenport.oauth2.verify.WayBlockedException;
import dev.tokenport.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
    private final TokenCheck check;

    Verification(Session session, TokenOptions options, TokenInputs inputs) {
        this.session = session;
        this.options = options;
        this.inputs = inputs;
        this.check = new TokenCheck(lines::add, "--issuer");
    }

    void run(List<String> faults) throws InterruptedException {
        options.dpop.passing = true;
        configured();
        try {
            if (!options.login.value() && !inputs.text(TokenInput.GRANT_TYPE).equals("prefetched_token")) {
                look();
            }
            check.granted(obtained(TokenOrder.of(options, inputs, faults)));
            show(session.screen()::answerLine);
        } catch (WayBlockedException e) {
            throw ended(CommandException.failed(e.getMessage(), e));
        } catch (CommandException e) {
            throw ended(e);
        }
    }

    /** The message of the exception, which the command ends with, is what to change. */
    private CommandException ended(CommandException end) {
        TokenCheck.toChange(lines::add, List.of());
        show(session.screen()::say);
        return end;
    }

    private void look() {
        var faults = new ArrayList<String>();
        RequestedServer.of(options, inputs, faults);
        check.look(faults);
    }

    private ObtainedToken obtained(TokenOrder order) throws InterruptedException {
        if (order instanceof RequestedToken requested) {
            requested.read(session);
            return requested.check(session, check);
        }
        return order instanceof KeptLoginOrder login
                ? login.obtain(session, check.later(login.clients().check(session, Optional.empty())))
                : order.obtain(session, TokenListener.none());
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
        return withoutUser(inputs.text(input));
    }

    /** A URL as it may be shown, without a user and password in it. */
    static String withoutUser(String text) {
        return USER_INFO.matcher(text).replaceFirst("//" + Secret.MASK + "@");
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

    private void item(String name, @Nullable String value) {
        if (value != null) {
            lines.add("  " + name + ": " + value);
        }
    }
}
