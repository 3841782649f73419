package dev.tokenport.oauth2;

import dev.tokenport.http.BodyTooLargeException;
import dev.tokenport.http.Exchange;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Verdict;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * A form that an authenticated client sends to an endpoint other than the token endpoint, with all attempts. For one
 * thread, used once.
 */
final class ClientExchange {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int LONGEST_QUOTE = 200;

    private final TokenClient.World world;
    private final Order order;
    private final ForeignText foreign;
    private Credentials credentials;
    private int attempts;

    /**
     * What is sent.
     *
     * @param request the request that names the client
     * @param server what is known of the server
     * @param endpoint where it goes
     * @param credentials what the client authenticates with
     * @param fields the fields of the form, the client's own aside
     * @param attempted what is attempted, to stand in front of what happened
     */
    record Order(
            TokenRequest request,
            ServerMetadata server,
            URI endpoint,
            Credentials credentials,
            List<FormField> fields,
            String attempted) {

        @Override
        public String toString() {
            return attempted;
        }
    }

    private record Told(int status, AnswerBody body) {}

    ClientExchange(TokenClient.World world, Order order) {
        this.world = world;
        this.order = order;
        this.credentials = order.credentials();
        this.foreign = new ForeignText(world.redactor());
    }

    /** The body of the answer with status 200. */
    AnswerBody send(RetryPolicy policy) throws TokenException, InterruptedException {
        return world.secrets().attempt(order.request(), order.credentials(), world.listener(), one -> {
            credentials = one;
            return answer(policy);
        });
    }

    private AnswerBody answer(RetryPolicy policy) throws TokenException, InterruptedException {
        var exchange = new Exchange(world.transport(), policy, world.time()).withListener(world::retrying);
        Told told;
        try {
            Outcome<Told> outcome = exchange.send(this::next, this::read);
            told = outcome.value();
        } catch (IOException e) {
            throw new TokenTransportException(
                    message(Unanswered.what(e)), Failure.withoutAnswer(attempts, e), Unanswered.worthRetrying(e));
        }
        if (told.status() != 200) {
            throw refused(told);
        }
        return told.body();
    }

    private Request next() {
        attempts++;
        WireRequest wire = WireRequest.of(order, credentials, world.time().now());
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
        String said = error
                + told.body()
                        .textOf("error_description")
                        .map(text -> ": " + text)
                        .orElse("");
        String message = message(("HTTP " + told.status() + " " + foreign.line(said, LONGEST_QUOTE)).strip());
        var failure = new Failure(attempts, told.status(), foreign.line(error, LONGEST_QUOTE), null);
        if (Exchange.worthRetrying(told.status())) {
            return new TokenServerException(message, failure, true);
        }
        return told.status() == 401 || error.equals("invalid_client")
                ? new CredentialsRefusedException(message, failure)
                : new RequestRefusedException(message, failure);
    }

    /** What was attempted, and what happened. */
    String message(String what) {
        return foreign.redacted(
                order.attempted() + " (client '" + order.request().clientId() + "'): " + what);
    }
}
