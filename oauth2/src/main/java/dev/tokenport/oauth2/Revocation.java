package dev.tokenport.oauth2;

import dev.tokenport.http.BodyTooLargeException;
import dev.tokenport.http.Exchange;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.Urls;
import dev.tokenport.http.Verdict;
import java.io.IOException;
import java.util.Objects;

/** Asks the server to forget one token (RFC 7009), with all attempts. For one thread, used once. */
final class Revocation {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int LONGEST_QUOTE = 200;

    private final TokenClient.World world;
    private final RevokedToken token;
    private final ServerMetadata server;
    private final Credentials credentials;
    private final ForeignText foreign;
    private int attempts;

    private record Told(int status, AnswerBody body) {}

    Revocation(TokenClient.World world, RevokedToken token, ServerMetadata server, Credentials credentials) {
        this.world = world;
        this.token = token;
        this.server = server;
        this.credentials = credentials;
        this.foreign = new ForeignText(world.redactor());
    }

    void run(RetryPolicy policy) throws TokenException, InterruptedException {
        var exchange = new Exchange(world.transport(), policy, world.time())
                .withListener(notice -> world.listener().retrying(notice.toString()));
        Told told;
        try {
            Outcome<Told> outcome = exchange.send(this::next, this::read);
            told = outcome.value();
        } catch (TransportException e) {
            String message = attempted() + foreign.redacted(Objects.toString(e.getMessage(), "no answer"));
            throw new TokenTransportException(message, Failure.withoutAnswer(attempts, e), e.worthRetrying());
        } catch (IOException e) {
            // A transport that a host brought may throw any; its words are not known to be fit to be shown.
            String message = attempted() + "the answer could not be read ("
                    + e.getClass().getSimpleName() + ")";
            throw new TokenTransportException(message, Failure.withoutAnswer(attempts, e), false);
        }
        if (told.status() != 200) {
            throw refused(told);
        }
        world.listener().revoked(token.endpoint());
    }

    private Request next() {
        attempts++;
        WireRequest wire =
                WireRequest.revocation(token, server, credentials, world.time().now());
        wire.register(world.redactor());
        return wire.http();
    }

    private Verdict<Told> read(Response response) throws IOException, InterruptedException {
        int status = response.status();
        var told = new Told(status, body(response));
        return Exchange.worthRetrying(status) ? Verdict.tryAgain(told, "HTTP " + status) : Verdict.done(told);
    }

    private static AnswerBody body(Response response) throws IOException {
        try {
            return AnswerBody.of(
                    response.bodyWithin(LARGEST_BODY),
                    response.headers().first("Content-Type").orElse(""));
        } catch (BodyTooLargeException e) {
            return AnswerBody.unread("is too large");
        }
    }

    private TokenException refused(Told told) {
        String error = told.body().textOf("error").orElse("");
        String said = (error + " " + told.body().textOf("error_description").orElse("")).strip();
        String message = attempted() + ("HTTP " + told.status() + " " + foreign.line(said, LONGEST_QUOTE)).strip();
        var failure = new Failure(attempts, told.status(), foreign.line(error, LONGEST_QUOTE), null);
        if (Exchange.worthRetrying(told.status())) {
            return new TokenServerException(message, failure, true);
        }
        return told.status() == 401 || error.equals("invalid_client")
                ? new CredentialsRefusedException(message, failure)
                : new RequestRefusedException(message, failure);
    }

    private String attempted() {
        return foreign.redacted("the " + token.hint() + " was not revoked at " + Urls.shown(token.endpoint())
                + " (client '" + token.request().clientId() + "'): ");
    }
}
