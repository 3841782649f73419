package dev.tokenport.oauth2;

import dev.tokenport.http.AnswerReader;
import dev.tokenport.http.BodyTooLargeException;
import dev.tokenport.http.Deadline;
import dev.tokenport.http.Exchange;
import dev.tokenport.http.Headers;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Urls;
import dev.tokenport.http.Verdict;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds out where a request goes, by its issuer if it names one. For one thread, used once. */
final class Discovery {

    private static final int LARGEST_DOCUMENT = 1024 * 1024;

    private final TokenClient.World world;
    private final TokenRequest request;
    private final ForeignText foreign;

    /** What is at one of the places. */
    private record Found(int status, AnswerBody body) {

        boolean isDocument() {
            return status == 200 && body.fault().isEmpty();
        }

        String shown(URI place) {
            String what = status == 200 ? "no JSON object" : "HTTP " + status;
            return what + " at " + Urls.shown(place);
        }
    }

    Discovery(TokenClient.World world, TokenRequest request) {
        this.world = world;
        this.request = request;
        this.foreign = new ForeignText(world.redactor());
    }

    /** What is known of the server; where its token endpoint was given, an issuer that does not answer is only warned of. */
    ServerMetadata metadata(RetryPolicy policy) throws TokenException, InterruptedException {
        AuthorizationServer server = request.server();
        URI endpoint = server.tokenEndpoint().orElse(null);
        if (server.issuer().isEmpty()) {
            return ServerMetadata.at(Objects.requireNonNull(endpoint));
        }
        URI issuer = server.issuer().get();
        if (endpoint == null) {
            return kept(issuer, policy);
        }
        try {
            return kept(issuer, halfOf(policy)).withTokenEndpoint(endpoint);
        } catch (TokenException e) {
            world.listener().warned(e.getMessage() + "; the token endpoint given is asked all the same");
            return ServerMetadata.at(endpoint).withIssuer(issuer.toString());
        }
    }

    /** Where there is something to go on with, an issuer that does not answer leaves half of the time to the token request. */
    private static RetryPolicy halfOf(RetryPolicy policy) {
        return policy.after(policy.total().dividedBy(2));
    }

    /** Forgets what the issuer has told: its token endpoint is not there any more. */
    void forget() {
        request.server().issuer().ifPresent(issuer -> place(issuer).forget());
    }

    private MetadataCache.Place place(URI issuer) {
        return world.metadata().place(issuer, request.insecureHttp());
    }

    private ServerMetadata kept(URI issuer, RetryPolicy policy) throws TokenException, InterruptedException {
        MetadataCache.Place place = place(issuer);
        Optional<ServerMetadata> fresh = place.fresh(world.metadata().nanoTime());
        if (fresh.isPresent()) {
            return fresh.get();
        }
        try {
            return place.flight().join(() -> {
                ServerMetadata told = ask(issuer, place.last().isPresent() ? halfOf(policy) : policy);
                place.keep(told, world.metadata().nanoTime());
                return told;
            });
        } catch (TokenException e) {
            return place.last().orElseThrow(() -> e);
        }
    }

    private ServerMetadata ask(URI issuer, RetryPolicy policy) throws TokenException, InterruptedException {
        var document = new MetadataDocument(issuer, request.insecureHttp(), foreign);
        var exchange = new Exchange(world.transport(), policy, world.time()).withListener(world::retrying);
        Deadline deadline = exchange.deadline();
        List<String> missed = new ArrayList<>();
        for (URI place : MetadataDocument.places(issuer)) {
            Found found = found(place, exchange, deadline);
            if (found.isDocument()) {
                Optional<String> fault = document.fault(found.body());
                if (fault.isPresent()) {
                    throw new MalformedAnswerException(
                            attempted() + Urls.shown(place) + ": " + fault.get(), failure(found.status()));
                }
                ServerMetadata metadata = document.metadata(found.body());
                world.listener().discovered(place, metadata);
                return metadata;
            }
            missed.add(found.shown(place));
            if (Exchange.worthRetrying(found.status())) {
                throw new TokenServerException(attempted() + String.join(", ", missed), failure(found.status()), true);
            }
        }
        throw new RequestRefusedException(
                attempted() + String.join(", ", missed) + "; check the issuer, or give the token endpoint itself",
                failure(404));
    }

    private Found found(URI place, Exchange exchange, Deadline deadline) throws TokenException, InterruptedException {
        Request get = Request.of("GET", place, Headers.none().with("Accept", "application/json"));
        try {
            AnswerReader<Found> reader = Discovery::read;
            Outcome<Found> outcome = exchange.send(() -> get, reader, deadline);
            return outcome.value();
        } catch (IOException e) {
            String message = attempted() + foreign.redacted(Unanswered.what(e));
            throw new TokenTransportException(message, Failure.withoutAnswer(0, e), Unanswered.worthRetrying(e));
        }
    }

    private static Verdict<Found> read(Response response) throws IOException, InterruptedException {
        int status = response.status();
        if (status != 200) {
            var missed = new Found(status, AnswerBody.unread("was not read"));
            return Exchange.worthRetrying(status) ? Verdict.tryAgain(missed, "HTTP " + status) : Verdict.done(missed);
        }
        try {
            return Verdict.done(new Found(status, AnswerBody.of(response.bodyWithin(LARGEST_DOCUMENT), "")));
        } catch (BodyTooLargeException e) {
            return Verdict.done(new Found(status, AnswerBody.unread("is larger than 1 MiB")));
        }
    }

    private static Failure failure(int status) {
        return new Failure(0, status, null, null);
    }

    private String attempted() {
        return foreign.redacted("no metadata of the issuer "
                + Urls.shown(request.server().issuer().orElseThrow()) + " (client '" + request.clientId() + "'): ");
    }
}
