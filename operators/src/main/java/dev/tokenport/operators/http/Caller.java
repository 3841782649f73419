package dev.tokenport.operators.http;

import dev.tokenport.http.Exchange;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.Verdict;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operators.http.Caller.Reply.Opened;
import dev.tokenport.operators.http.Caller.Reply.Refused;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the requests of a task, with retries, and with the token's successor when a service refuses it. For one thread. */
final class Caller {

    private static final String TOKEN = "oauth_access_token";

    private static final String NOT_RENEWED =
            "; the token could not be renewed, since it did not come straight from a task that can renew it";
    private static final String RENEWED = "; this was with the token's successor, after the first one was refused";

    private final HttpRequestParameters parameters;
    private final RunContext context;
    private final RequestPlan plan;
    private final Exchange exchange;
    private Optional<Secret> token;
    private int requests;

    /** What came back. */
    sealed interface Reply {

        /** A success. */
        record Opened(Answer answer) implements Reply {}

        /** Anything else. */
        record Refused(Refusal refusal) implements Reply {}
    }

    Caller(HttpRequestParameters parameters, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.context = context;
        this.plan = new RequestPlan(parameters, context.redactor());
        this.token = parameters.oauthAccessToken();
        int attempts = parameters.method().repeatable() ? parameters.attempts() : 1;
        var policy = new RetryPolicy(attempts, parameters.timeout(), RetryPolicy.DEFAULT.firstDelay());
        this.exchange = new Exchange(transport(), policy, context.time())
                .withListener(notice -> context.progress(notice.toString()));
    }

    /** A successful answer for an entity, and the request that it answers. */
    record Answered(Request request, Answer answer) {}

    /** Asks for an entity; for null, once without one. */
    Answered answer(@Nullable Entity entity) throws OperatorException, InterruptedException {
        try {
            String sent = revealed();
            Request request = plan.request(entity, sent);
            Outcome<Reply> outcome = send(request);
            String renewal = "";
            if (!sent.isEmpty()
                    && outcome.value() instanceof Refused first
                    && first.refusal().invalidToken()) {
                renewal = NOT_RENEWED;
                if (renewed()) {
                    renewal = RENEWED;
                    request = plan.request(entity, revealed());
                    outcome = send(request);
                }
            }
            if (outcome.value() instanceof Refused refused) {
                throw failure(
                        request,
                        refused.refusal(),
                        outcome.abandoned().map(why -> " (" + why + ")").orElse("") + renewal);
            }
            return new Answered(request, ((Opened) outcome.value()).answer());
        } catch (SecretUnavailableException e) {
            throw new OperatorException("a secret cannot be read: " + e.getMessage(), e);
        }
    }

    /** What an exception while an answer was awaited or read means. */
    OperatorException failure(Request request, IOException exception) throws InterruptedException {
        boolean interrupted = exception instanceof InterruptedIOException
                && Thread.currentThread().isInterrupted();
        if (interrupted || context.cancellation().requested()) {
            throw new InterruptedException("the run was cancelled");
        }
        String what = exception instanceof TransportException ? "" : "the answer cannot be read: ";
        return failure(request, ": " + what + exception.getMessage(), exception);
    }

    /** A failure of a request. */
    OperatorException failure(Request request, String what, Throwable cause) {
        return new OperatorException(context.redactor().redact(request + what), cause);
    }

    private OperatorException failure(Request request, Refusal refusal, String addition) {
        String message = request + " answered " + refusal.status() + refusal.explanation() + addition;
        return new OperatorException(context.redactor().redact(message));
    }

    private String revealed() {
        String text = token.map(Secret::reveal).orElse("");
        context.redactor().add(text);
        return text;
    }

    private boolean renewed() throws OperatorException, InterruptedException {
        Optional<Secret> successor = token.isEmpty() ? Optional.empty() : context.renew(TOKEN, token.get());
        successor.ifPresent(next -> token = Optional.of(next));
        return successor.isPresent();
    }

    private Outcome<Reply> send(Request request) throws OperatorException, InterruptedException {
        try {
            return exchange.send(
                    () -> {
                        context.report().fact("requests", Integer.toString(++requests));
                        return request;
                    },
                    response -> read(response, request));
        } catch (IOException e) {
            throw failure(request, e);
        }
    }

    private Verdict<Reply> read(Response response, Request request) throws IOException {
        int status = response.status();
        context.report().fact("status", Integer.toString(status));
        if (status >= 200 && status < 300) {
            return Verdict.open(new Opened(Answer.of(response, parameters.maxBody())));
        }
        var refused = new Refused(Refusal.of(response, request.url(), context.redactor()));
        return Exchange.worthRetrying(status) ? Verdict.tryAgain(refused, "HTTP " + status) : Verdict.done(refused);
    }

    private Transport transport() throws OperatorException {
        TransportOptions options = parameters
                .caFile()
                .filter(file -> !file.isBlank())
                .map(file -> TransportOptions.DEFAULT.withCaFile(
                        context.projectFolder().resolve(file)))
                .orElse(TransportOptions.DEFAULT);
        try {
            return context.transports().with(options);
        } catch (TrustException e) {
            throw new OperatorException("ca_file: " + e.getMessage(), e);
        }
    }
}
