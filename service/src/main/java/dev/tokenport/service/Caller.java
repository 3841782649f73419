package dev.tokenport.service;

import dev.tokenport.http.Exchange;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.http.Verdict;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.service.Caller.Reply.Opened;
import dev.tokenport.service.Caller.Reply.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/**
 * Sends the requests of a task, with retries, and with the token's successor when a service refuses it. All threads of the
 * task share one. Thread-safe.
 */
public final class Caller {

    private static final String AUTHORIZATION = "Authorization";
    private static final String NOT_RENEWED =
            "; the token could not be renewed, since it did not come straight from a task that can renew it";
    private static final String RENEWED = "; this was with the token's successor, after the first one was refused";

    private final Calls calls;
    private final RunContext context;
    private final Token token;
    private final Exchange exchange;
    private final RequestCount count;

    /** What came back. */
    sealed interface Reply {

        /** An answer to read. */
        record Opened(Response response) implements Reply {}

        /** Anything else. */
        record Refused(Refusal refusal) implements Reply {}
    }

    /**
     * A caller for one task.
     *
     * @param calls how to call
     * @param accessToken the parameter {@code oauth_access_token}; empty, or with an empty text, for none
     * @param context the world
     * @throws OperatorException if the file with certificates cannot be read
     */
    public Caller(Calls calls, Optional<Secret> accessToken, RunContext context) throws OperatorException {
        this.calls = calls;
        this.context = context;
        this.token = new Token(accessToken, context);
        this.count = new RequestCount(context);
        var policy = new RetryPolicy(calls.attempts(), calls.timeout(), RetryPolicy.DEFAULT.firstDelay());
        this.exchange = new Exchange(transport(), policy, context.time())
                .waitsOnly()
                .withListener(notice -> context.progress(notice.toString()));
    }

    /**
     * Asks until there is an answer to read.
     *
     * @throws EntityException if there is none for this request; the message names it
     * @throws OperatorException if there will be none for any other either: the token is refused and so is its successor, or
     *     a secret cannot be read
     * @throws InterruptedException as soon as the run is cancelled
     */
    public Answered ask(Call call) throws OperatorException, InterruptedException {
        try {
            Token.Sent sent = token.now();
            Request request = call.request();
            Outcome<Reply> outcome = send(request, sent, call);
            String remark = "";
            if (!sent.text().isEmpty() && refusesToken(outcome)) {
                Optional<Token.Sent> next = token.insteadOf(sent);
                remark = next.isPresent() ? RENEWED : NOT_RENEWED;
                if (next.isPresent()) {
                    request = call.request();
                    outcome = send(request, next.get(), call);
                }
            }
            if (outcome.value() instanceof Refused refused) {
                String why =
                        outcome.abandoned().map(reason -> " (" + reason + ")").orElse("");
                throw refusal(request, refused.refusal(), why + remark, refusesToken(outcome) && !remark.isEmpty());
            }
            return new Answered(request, ((Opened) outcome.value()).response());
        } catch (SecretUnavailableException e) {
            throw new OperatorException("a secret cannot be read: " + e.getMessage(), e);
        }
    }

    /** What an exception while an answer was awaited or read means for its entity. */
    public EntityException failure(Request request, IOException exception) throws InterruptedException {
        boolean interrupted = exception instanceof InterruptedIOException
                && Thread.currentThread().isInterrupted();
        if (interrupted || context.cancellation().requested()) {
            throw new InterruptedException("the run was cancelled");
        }
        String what = exception instanceof TransportException ? "" : "the answer cannot be read: ";
        return failure(request, ": " + what + exception.getMessage(), exception);
    }

    /** A failure of a request: the request, and directly behind it what was the matter. */
    public EntityException failure(Request request, String what, Throwable cause) {
        return new EntityException(context.redactor().redact(request + what), cause);
    }

    /** How to call. */
    Calls calls() {
        return calls;
    }

    /** The world. */
    RunContext context() {
        return context;
    }

    /** Puts the number of requests so far into the report. */
    void tell() {
        count.tell();
    }

    private OperatorException refusal(Request request, Refusal refusal, String addition, boolean ofToken) {
        String message =
                context.redactor().redact(request + " answered " + refusal.status() + refusal.explanation() + addition);
        return ofToken ? new OperatorException(message) : new EntityException(message);
    }

    private static boolean refusesToken(Outcome<Reply> outcome) {
        return outcome.value() instanceof Refused refused && refused.refusal().ofToken();
    }

    private Outcome<Reply> send(Request request, Token.Sent sent, Call call)
            throws OperatorException, InterruptedException {
        Request authorized = authorized(request, sent);
        try {
            return (call.repeatable() ? exchange : exchange.onlyIfUnsent())
                    .send(
                            () -> {
                                count.sending();
                                return authorized;
                            },
                            response -> read(response, authorized, call));
        } catch (IOException e) {
            throw failure(request, e);
        }
    }

    private Request authorized(Request request, Token.Sent sent) throws OperatorException {
        if (sent.text().isEmpty()) {
            return request;
        }
        if (request.headers().contains(AUTHORIZATION)) {
            throw new OperatorException(
                    "headers has 'Authorization', and oauth_access_token is given as well; leave out one of them");
        }
        InsecureHttp allowed = calls.allowInsecureHttp() ? InsecureHttp.ALLOWED : InsecureHttp.LOOPBACK_ONLY;
        Optional<String> fault = Urls.fault(request.url().toString(), allowed);
        if (fault.isPresent()) {
            throw new EntityException(context.redactor().redact("url " + fault.get()));
        }
        try {
            return request.with(AUTHORIZATION, "Bearer " + sent.text());
        } catch (IllegalArgumentException e) {
            throw new OperatorException(Token.PARAMETER + ": " + e.getMessage(), e);
        }
    }

    private Verdict<Reply> read(Response response, Request request, Call call) throws IOException {
        int status = response.status();
        count.answered(status);
        if (call.accepts(response)) {
            HeldAnswer held = HeldAnswer.of(response);
            var opened = new Opened(held.response());
            return held.whole() ? Verdict.done(opened) : Verdict.open(opened);
        }
        var refused = new Refused(Refusal.of(response, request.url(), context.redactor()));
        boolean again = call.repeatable() ? Exchange.worthRetrying(status) : status == 429;
        return again ? Verdict.tryAgain(refused, "HTTP " + status) : Verdict.done(refused);
    }

    private Transport transport() throws OperatorException {
        Optional<String> file = calls.caFile().filter(name -> !name.isBlank());
        try {
            return context.transports()
                    .with(file.map(name -> TransportOptions.DEFAULT.withCaFile(
                                    context.projectFolder().resolve(name)))
                            .orElse(TransportOptions.DEFAULT));
        } catch (TrustException e) {
            throw new OperatorException("ca_file: " + e.getMessage(), e);
        } catch (InvalidPathException e) {
            throw new OperatorException("ca_file '" + file.orElse("") + "' is not a path", e);
        }
    }
}
