package dev.tokenport.service;

import dev.tokenport.http.Deadline;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Urls;
import dev.tokenport.jose.DpopProofs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.service.Reply.Moved;
import dev.tokenport.service.Reply.Opened;
import dev.tokenport.service.Reply.Refused;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One question: the request, where it is redirected to, and once again with the token's successor. For one thread. */
final class Inquiry {

    private static final String AUTHORIZATION = "Authorization";
    private static final String NOT_RENEWED =
            "; the token could not be renewed, since it did not come straight from a task that can renew it";
    private static final String RENEWED = "; this was with the token's successor, after the first one was refused";
    private static final String BEARER_ONLY =
            "; the token is bound to a key (DPoP), and the service knows bearer tokens only";
    private static final String DPOP_ONLY =
            "; the service wants a token that is bound to a key (DPoP): set oauth_dpop in the task that gets it";
    private static final String ABROAD =
            "; this was without the token and the headers given, since it is another origin"
                    + " than that of the first request";

    private final Caller caller;
    private final Sender sender;
    private final Call call;
    private final Deadline deadline;
    private Token.Sent token;
    private String remark = "";

    /** What came at the end of the redirects. */
    private record Arrived(Route route, Outcome<Reply> outcome) {

        boolean refusesToken() {
            return route.home()
                    && outcome.value() instanceof Refused refused
                    && refused.refusal().ofToken();
        }
    }

    Inquiry(Caller caller, Sender sender, Call call, Token.Sent token) {
        this.caller = caller;
        this.sender = sender;
        this.call = call;
        this.deadline = sender.deadline();
        this.token = token;
    }

    /** The answer to read. */
    Answered answer(Token held) throws OperatorException, InterruptedException {
        Arrived arrived = arrive();
        if (arrived.refusesToken() && again(held)) {
            arrived = arrive();
        }
        if (arrived.outcome.value() instanceof Opened opened) {
            return new Answered(arrived.route.request(), opened.response());
        }
        throw refusal(arrived);
    }

    /** Whether there is a successor of what was refused. */
    private boolean again(Token held) throws OperatorException, InterruptedException {
        if (token.text().isEmpty()) {
            boolean renewed = call.renewed();
            remark = renewed ? RENEWED : "";
            return renewed;
        }
        Optional<Token.Sent> next = held.insteadOf(token);
        remark = next.isPresent() ? RENEWED : NOT_RENEWED;
        token = next.orElse(token);
        return next.isPresent();
    }

    private Arrived arrive() throws OperatorException, InterruptedException {
        Request request = call.request();
        Route route = Route.of(request, call.home(request), hasToken(), caller.anyOrigin());
        Outcome<Reply> outcome = send(route);
        Set<URI> seen = new HashSet<>();
        while (outcome.value() instanceof Moved moved) {
            seen.add(route.request().url());
            Route next = route.along(moved.redirect(), hasToken(), caller.anyOrigin());
            String fault = seen.size() > call.redirects()
                    ? "more than " + call.redirects() + " redirects"
                    : seen.contains(next.request().url()) ? "the redirects lead in a circle" : "";
            if (!fault.isEmpty()) {
                throw new EntityException(caller.shown(route.request() + " answered "
                        + moved.redirect().status() + ": " + fault + "; the last one points to "
                        + Urls.origin(next.request().url())));
            }
            route = next;
            outcome = send(route);
        }
        return new Arrived(route, outcome);
    }

    private Outcome<Reply> send(Route route) throws OperatorException, InterruptedException {
        Outgoing outgoing = route.home() && hasToken() ? authorized(route.request()) : Outgoing.bare(route.request());
        try {
            return sender.send(outgoing, call, deadline);
        } catch (IOException e) {
            throw caller.failure(outgoing.request(), e);
        }
    }

    private boolean hasToken() {
        return !token.text().isEmpty();
    }

    private Outgoing authorized(Request request) throws OperatorException {
        if (request.headers().contains(AUTHORIZATION)) {
            throw new OperatorException(
                    "headers has 'Authorization', and oauth_access_token is given as well; leave out one of them");
        }
        Possession possession = caller.possession();
        if (possession.needed() && request.headers().contains(DpopProofs.HEADER)) {
            throw new OperatorException("headers has 'DPoP', which is made from oauth_dpop_key; leave it out");
        }
        Optional<String> fault = caller.tokenOrigin().fault(request.url());
        if (fault.isPresent()) {
            throw new EntityException(caller.shown("url " + fault.get()));
        }
        try {
            Request sent = request.with(AUTHORIZATION, possession.scheme() + " " + token.text());
            return new Outgoing(sent, token.text(), possession.proofs());
        } catch (IllegalArgumentException e) {
            throw new OperatorException(Token.PARAMETER + ": " + e.getMessage(), e);
        }
    }

    /** Why another token of this kind would be refused as well. */
    private String mismatch(Arrived arrived, Challenge challenge) {
        if (!arrived.route.home() || !hasToken() || challenge.status() != 401) {
            return "";
        }
        boolean bound = caller.possession().needed();
        return bound && challenge.bearer() && !challenge.dpop()
                ? BEARER_ONLY
                : !bound && challenge.dpop() && !challenge.bearer() ? DPOP_ONLY : "";
    }

    private OperatorException refusal(Arrived arrived) {
        Refusal refusal = ((Refused) arrived.outcome.value()).refusal();
        String why =
                arrived.outcome.abandoned().map(reason -> " (" + reason + ")").orElse("");
        boolean unauthorized = refusal.status() == 401 || refusal.status() == 403;
        String abroad = !arrived.route.home() && unauthorized ? ABROAD : "";
        String message = caller.shown(arrived.route.request() + " answered " + refusal.status() + refusal.explanation()
                + why + remark + abroad + mismatch(arrived, refusal.challenge()));
        return arrived.refusesToken() && !remark.isEmpty()
                ? new OperatorException(message)
                : new EntityException(message);
    }
}
