package dev.tokenport.oauth2.verify;

import dev.tokenport.http.ConnectionCheck;
import dev.tokenport.http.Durations;
import dev.tokenport.http.Urls;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.oauth2.ReceivedAnswer;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.ServerMetadata;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenRequest;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A token that is asked for step by step, each of which is told when it is taken: what was checked on the way to the server, sent
 * and answered, and what to change. A line that begins without blanks begins a section. What is told has no secret in it that the
 * redactor of the client does not know; the token is never told. For one thread.
 */
public final class TokenCheck {

    /** Makes clients. */
    @FunctionalInterface
    public interface Clients {

        /** A client that tells the listener what it does. */
        TokenClient client(TokenListener listener);
    }

    private final Consumer<String> lines;
    private final CheckedWay way;
    private final Exchanges exchanges = new Exchanges();

    /**
     * Nothing is told yet.
     *
     * @param lines takes each line
     * @param issuerOption what names the issuer, for advice: an option or a parameter
     */
    public TokenCheck(Consumer<String> lines, String issuerOption) {
        this.lines = lines;
        this.way = new CheckedWay(lines, issuerOption);
    }

    /** Tells of URLs that break rules, if there are any. */
    public void look(List<String> faults) {
        if (!faults.isEmpty()) {
            way.faulty(faults);
        }
    }

    /**
     * Goes the way to the server, and asks it for a token.
     *
     * @param check goes the way that the client goes
     * @param clients makes the client
     * @throws WayBlockedException if a step on the way is not passed
     * @throws TokenException if there is no token
     * @throws InterruptedException as soon as the thread is interrupted
     */
    public AccessToken fetch(TokenRequest request, ConnectionCheck check, Clients clients)
            throws TokenException, InterruptedException {
        way.go(request, check);
        try {
            return clients.client(exchanges).fetch(request);
        } catch (TokenConfigurationException e) {
            throw e;
        } catch (TokenException e) {
            way.warned(e.getMessage());
            throw e;
        }
    }

    /** What is told by a client that asks for something else on the same way. */
    public TokenListener listener() {
        return exchanges;
    }

    /**
     * What is told by a client whose server is known only when it is asked; the way there is gone then.
     *
     * @param check goes the way that the client goes
     */
    public TokenListener later(ConnectionCheck check) {
        way.goLater(check);
        return exchanges;
    }

    /** Tells what the token is, and what to change before long though there is one. */
    public void granted(ObtainedToken token) {
        if (token.lifetime().isEmpty()) {
            lines.accept("Given; nothing was sent");
        }
        item("token type", token.type());
        token.keyThumbprint().ifPresent(jkt -> item("bound to the key", jkt));
        item("scope", token.scopes().isEmpty() ? "none named" : String.join(" ", token.scopes()));
        item("expires at", expiry(token));
        List<String> changes =
                Stream.concat(way.advice().stream(), token.warnings().stream()).toList();
        toChange(lines, changes.isEmpty() ? List.of("nothing") : changes);
    }

    /** Tells what to change. */
    public static void toChange(Consumer<String> lines, List<String> changes) {
        lines.accept("To change");
        changes.forEach(change -> lines.accept("  " + change));
    }

    private static String expiry(ObtainedToken token) {
        String after = token.lifetime()
                .map(lifetime -> "  (after " + Durations.words(lifetime) + ")")
                .orElse("");
        return token.expiresAt()
                .map(expiry -> expiry.truncatedTo(ChronoUnit.SECONDS) + after)
                .orElse("not known");
    }

    private void item(String name, String value) {
        lines.accept("  " + name + ": " + value);
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
            lines.accept("Sent" + (request.attempt() == 1 ? "" : " (attempt " + request.attempt() + ")"));
            lines.accept("  POST " + request.url());
            request.headers().forEach(field -> item(field.name(), field.value()));
            request.form().forEach(field -> lines.accept("  " + field.name() + "=" + field.value()));
        }

        @Override
        public void answered(ReceivedAnswer answer) {
            lines.accept("Answered");
            item("status", "HTTP " + answer.status());
            item("content type", answer.contentType().isEmpty() ? "none" : answer.contentType());
            item("members", answer.members().isEmpty() ? "none" : String.join(", ", answer.members()));
        }

        @Override
        public void retrying(String line) {
            lines.accept("  " + line);
        }

        @Override
        public void revoked(URI endpoint) {
            lines.accept("Revoked");
            lines.accept("  at " + Urls.shown(endpoint));
        }
    }
}
