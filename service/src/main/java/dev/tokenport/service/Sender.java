package dev.tokenport.service;

import dev.tokenport.http.Deadline;
import dev.tokenport.http.Exchange;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.Verdict;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Reply.Moved;
import dev.tokenport.service.Reply.Opened;
import dev.tokenport.service.Reply.Refused;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** Sends requests as they are, with retries, and reads what comes back. Thread-safe. */
final class Sender {

    private final RunContext context;
    private final Exchange exchange;
    private final RequestCount count;

    /** Carries what a call says of an answer through the exchange, which knows I/O only. */
    private static final class NotKept extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient OperatorException failure;

        private NotKept(OperatorException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    Sender(Calls calls, RunContext context) throws OperatorException {
        this.context = context;
        this.count = new RequestCount(context);
        var policy = new RetryPolicy(calls.attempts(), calls.timeout(), RetryPolicy.DEFAULT.firstDelay());
        this.exchange = new Exchange(transport(calls, context), policy, context.time())
                .waitsOnly()
                .withListener(notice -> context.progress(notice.toString()));
    }

    /** When what is asked now has to be there. */
    Deadline deadline() {
        return exchange.deadline();
    }

    /** Puts the number of requests so far into the report. */
    void tell() {
        count.tell();
    }

    /** Sends a request, which has its token already. */
    Outcome<Reply> send(Request request, Call call, Deadline deadline)
            throws IOException, OperatorException, InterruptedException {
        try {
            return (call.repeatable() ? exchange : exchange.onlyIfUnsent())
                    .send(
                            () -> {
                                count.sending();
                                return request;
                            },
                            response -> read(response, request, call),
                            deadline);
        } catch (NotKept e) {
            throw e.failure;
        }
    }

    private Verdict<Reply> read(Response response, Request request, Call call) throws IOException {
        int status = response.status();
        count.answered(status);
        if (call.accepts(response)) {
            HeldAnswer held = held(response, call);
            var opened = new Opened(held.response());
            return held.whole() ? Verdict.done(opened) : Verdict.open(opened);
        }
        Optional<Redirect> redirect = call.redirects() == 0 ? Optional.empty() : Redirect.of(response, request.url());
        if (redirect.isPresent()) {
            Leftovers.drain(response);
            return Verdict.done(new Moved(redirect.get()));
        }
        var refused = new Refused(Refusal.of(response, request.url(), call.redirects(), context.redactor()));
        boolean again = call.repeatable() ? Exchange.worthRetrying(status) : status == 429;
        return again ? Verdict.tryAgain(refused, "HTTP " + status) : Verdict.done(refused);
    }

    private static HeldAnswer held(Response response, Call call) throws IOException {
        try {
            return call.hold(response);
        } catch (OperatorException e) {
            throw new NotKept(e);
        }
    }

    private static Transport transport(Calls calls, RunContext context) throws OperatorException {
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
