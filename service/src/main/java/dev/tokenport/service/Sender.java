package dev.tokenport.service;

import dev.tokenport.http.Deadline;
import dev.tokenport.http.Exchange;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportException.TlsFault;
import dev.tokenport.http.TrustException;
import dev.tokenport.http.Verdict;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Reply.Moved;
import dev.tokenport.service.Reply.Opened;
import dev.tokenport.service.Reply.Refused;
import java.io.IOException;
import java.io.Serial;
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
    Outcome<Reply> send(Outgoing outgoing, Call call, Deadline deadline)
            throws IOException, OperatorException, InterruptedException {
        try {
            return (call.repeatable() ? exchange : exchange.onlyIfUnsent())
                    .send(
                            () -> {
                                count.sending();
                                return outgoing.now(context.time());
                            },
                            response -> read(response, outgoing, call),
                            deadline);
        } catch (NotKept e) {
            throw e.failure;
        } catch (TransportException e) {
            throw aboutEveryRequest(e);
        }
    }

    /** No other entity has another certificate. */
    private static TransportException aboutEveryRequest(TransportException failure) throws OperatorException {
        if (failure.fault() == Fault.CLIENT_KEY) {
            throw new OperatorException("certificate_file: " + failure.getMessage(), failure);
        }
        if (failure.tlsFault().filter(TlsFault.CLIENT_CERTIFICATE::equals).isPresent()) {
            throw new OperatorException(
                    "certificate_file is what the service asks for: " + failure.getMessage(), failure);
        }
        return failure;
    }

    private Verdict<Reply> read(Response response, Outgoing outgoing, Call call) throws IOException {
        Request request = outgoing.request();
        int status = response.status();
        count.answered(status);
        if (outgoing.wantsNonce(response)) {
            return Verdict.sendAgain(refused(response, request, call));
        }
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
        Refused refused = refused(response, request, call);
        boolean again = call.repeatable() ? Exchange.worthRetrying(status) || call.isUnderWay(response) : status == 429;
        return again ? Verdict.tryAgain(refused, "HTTP " + status) : Verdict.done(refused);
    }

    private Refused refused(Response response, Request request, Call call) throws IOException {
        return new Refused(Refusal.of(response, request.url(), call.redirects(), context.redactor()));
    }

    private static HeldAnswer held(Response response, Call call) throws IOException {
        try {
            return call.hold(response);
        } catch (OperatorException e) {
            throw new NotKept(e);
        }
    }

    private static Transport transport(Calls calls, RunContext context) throws OperatorException {
        try {
            return context.transports().with(calls.connection().options(context));
        } catch (TrustException e) {
            throw new OperatorException("ca_file: " + e.getMessage(), e);
        }
    }
}
