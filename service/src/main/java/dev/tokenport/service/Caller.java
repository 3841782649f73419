package dev.tokenport.service;

import dev.tokenport.http.Request;
import dev.tokenport.http.RequestBodyException;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * Sends the requests of a task, with retries, along redirects, and with the token's successor when a service refuses it. The
 * token goes to the origin it is for and nowhere else. All threads of the task share one. Thread-safe.
 */
public final class Caller {

    private final Calls calls;
    private final RunContext context;
    private final Token token;
    private final Possession possession;
    private final Sender sender;
    private final KnownOrigin anyOrigin = new KnownOrigin(InsecureHttp.ALLOWED);
    private final KnownOrigin tokenOrigin;

    /**
     * A caller for one task.
     *
     * @param calls how to call
     * @param accessToken the parameter {@code oauth_access_token} and what it is bound to
     * @param context the world
     * @throws OperatorException if the file with certificates cannot be read
     */
    public Caller(Calls calls, AccessToken accessToken, RunContext context) throws OperatorException {
        this.calls = calls;
        this.context = context;
        this.token = new Token(accessToken.secret(), context);
        this.possession = new Possession(accessToken.binding(), context);
        this.sender = new Sender(calls, context);
        this.tokenOrigin =
                new KnownOrigin(calls.allowInsecureHttp() ? InsecureHttp.ALLOWED : InsecureHttp.LOOPBACK_ONLY);
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
            return new Inquiry(this, sender, call, token.now()).answer(token);
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
        boolean saysAll = exception instanceof TransportException || exception instanceof RequestBodyException;
        String what = saysAll ? "" : "the answer cannot be read: ";
        return failure(request, ": " + what + exception.getMessage(), exception);
    }

    /** A failure of a request: the request, and directly behind it what was the matter. */
    public EntityException failure(Request request, String what, Throwable cause) {
        return new EntityException(shown(request + what), cause);
    }

    /** A text without the secrets of the run. */
    String shown(String text) {
        return context.redactor().redact(text);
    }

    /** How to call. */
    Calls calls() {
        return calls;
    }

    /** Where requests may go. */
    KnownOrigin anyOrigin() {
        return anyOrigin;
    }

    /** Where requests with a token may go. */
    KnownOrigin tokenOrigin() {
        return tokenOrigin;
    }

    /** How a token is shown that is bound to a key. */
    Possession possession() {
        return possession;
    }

    /** The world. */
    RunContext context() {
        return context;
    }

    /** Puts the number of requests so far into the report. */
    void tell() {
        sender.tell();
    }
}
