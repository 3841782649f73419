package dev.tokenport.oauth2;

import dev.tokenport.http.Exchange;
import dev.tokenport.http.Outcome;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.Urls;
import dev.tokenport.jose.DpopProofs;
import dev.tokenport.secret.Redactor;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** One token request with all its attempts. For one thread, used once. */
final class TokenExchange {

    private static final int LONGEST_TYPE = 100;
    private static final String LOST = "; the server may have replaced the refresh token, so it is not sent again";

    private final TokenClient.World world;
    private final TokenRequest request;
    private final ServerMetadata server;
    private final Credentials credentials;
    private final Sending sending;
    private final Hints hints;
    private final ForeignText foreign;
    private final GrantedAnswer grantedAnswer;
    private GrantedAnswer.Sent sent;
    private final Optional<DpopProofs> proofs;
    private int attempts;

    TokenExchange(
            TokenClient.World world,
            TokenRequest request,
            ServerMetadata server,
            Credentials credentials,
            Sending sending) {
        this.world = world;
        this.request = request;
        this.server = server;
        this.credentials = credentials;
        this.sending = sending;
        this.hints = new Hints(request, server, credentials);
        this.foreign = new ForeignText(world.redactor());
        this.grantedAnswer = new GrantedAnswer(request, foreign, world.defaultLifetime());
        this.sent = new GrantedAnswer.Sent(world.time().nanoTime(), world.time().now());
        this.proofs = request.dpopKey().map(key -> new DpopProofs(key, world.nonces()));
    }

    AccessToken token(RetryPolicy policy) throws TokenException, InterruptedException {
        var exchange = new Exchange(world.transport(), policy, world.time()).withListener(world::retrying);
        try {
            return token((sending.once() ? exchange.onlyIfUnsent() : exchange)
                    .send(this::next, new TokenAnswerReader(this)));
        } catch (IOException e) {
            String message = attempted() + foreign.redacted(Unanswered.what(e));
            boolean lost = sending.once() && e instanceof TransportException sent && !RefreshChain.isUnsent(sent);
            throw new TokenTransportException(
                    lost ? message + LOST : message,
                    Failure.withoutAnswer(attempts, e),
                    !lost && Unanswered.worthRetrying(e));
        }
    }

    private AccessToken token(Outcome<Answered> outcome) throws TokenException {
        if (outcome.value() instanceof Answered.Granted granted) {
            granted.token().warnings().forEach(world.listener()::warned);
            world.listener().received(granted.token());
            return granted.token();
        }
        throw exception((Refusal) outcome.value(), outcome.abandoned());
    }

    private TokenException exception(Refusal refusal, Optional<String> abandoned) {
        String message = attempted()
                + refusal.message()
                + abandoned.map(why -> "; " + why).orElse("");
        var failure = new Failure(attempts, refusal.status(), refusal.error(), null);
        boolean lost = sending.once() && !RefreshChain.mayBeSentAgain(refusal.status());
        return switch (refusal.kind()) {
            case CREDENTIALS -> new CredentialsRefusedException(message, failure);
            case REQUEST -> new RequestRefusedException(message, failure);
            case SERVER ->
                lost
                        ? new TokenServerException(message + LOST, failure, false)
                        : new TokenServerException(message, failure, refusal.worthRetrying());
            case MALFORMED -> new MalformedAnswerException(lost ? message + LOST : message, failure);
        };
    }

    /** What was attempted, to stand in front of what happened. */
    private String attempted() {
        return foreign.redacted("no token from " + Urls.shown(server.tokenEndpoint()) + " (" + request.asked() + "): ");
    }

    private Request next() {
        attempts++;
        WireRequest wire =
                WireRequest.of(request, server, credentials, world.time().now());
        wire.register(world.redactor());
        Request bare = wire.http();
        Request http = proofs.map(proof -> proof.proven(bare, world.time().now(), Optional.empty()))
                .orElse(bare);
        http.headers().first(DpopProofs.HEADER).ifPresent(world.redactor()::add);
        world.listener().sending(proofs.isPresent() ? wire.shown(attempts).proven() : wire.shown(attempts));
        sent = new GrantedAnswer.Sent(world.time().nanoTime(), world.time().now());
        return http;
    }

    /** Whether an answer only says which nonce the proof has to have (RFC 9449 §8), so that the request is sent again. */
    boolean wantsNonce(Response response, AnswerBody body) {
        boolean says = (response.status() == 400 || response.status() == 401)
                && body.textOf("error").filter(DpopProofs.USE_NONCE::equals).isPresent();
        return proofs.isPresent() && proofs.get().wantsAnother(endpoint(), response.headers(), says);
    }

    void answered(int status, String contentType, AnswerBody body) {
        var names = body.members().keySet().stream().map(foreign::name).toList();
        world.listener().answered(new ReceivedAnswer(attempts, status, foreign.line(contentType, LONGEST_TYPE), names));
    }

    /** Whether the request may be sent again after an answer of this status. */
    boolean maySendAgain(int status) {
        return Exchange.worthRetrying(status) && (!sending.once() || RefreshChain.mayBeSentAgain(status));
    }

    /** When the current attempt was begun. */
    GrantedAnswer.Sent sent() {
        return sent;
    }

    URI endpoint() {
        return server.tokenEndpoint();
    }

    Redactor redactor() {
        return world.redactor();
    }

    ForeignText foreign() {
        return foreign;
    }

    Hints hints() {
        return hints;
    }

    GrantedAnswer grantedAnswer() {
        return grantedAnswer;
    }
}
