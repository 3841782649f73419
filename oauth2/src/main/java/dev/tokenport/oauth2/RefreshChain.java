package dev.tokenport.oauth2;

import dev.tokenport.http.TransportException;
import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The refresh tokens that follow one another (RFC 6749 §6). One is used at a time, and once: a server that replaces them
 * takes the second use of one for a theft, and revokes all (RFC 9700 §4.14.2). So a token whose answer was lost counts as
 * used, unless the server has shown that it does not replace them. Thread-safe.
 */
final class RefreshChain {

    /** Answers of servers that did not process the request. */
    private static final Set<Integer> NOT_PROCESSED = Set.of(408, 429, 503);

    /** The request did not get so far. */
    private static final Set<Fault> UNSENT = Set.of(Fault.UNKNOWN_HOST, Fault.REFUSED, Fault.TLS);

    private final Semaphore turn = new Semaphore(1);
    private volatile @Nullable Secret origin;
    private volatile @Nullable Secret next;
    private volatile @Nullable Secret used;
    private volatile boolean reusable;
    private volatile List<String> scopes = List.of();

    /** What is to be done while nobody else uses a token of this chain. */
    @FunctionalInterface
    interface Turn {
        AccessToken take() throws TokenException, InterruptedException;
    }

    /** Waits for those who are at it, and lets one go on alone. */
    AccessToken inTurn(Turn work) throws TokenException, InterruptedException {
        turn.acquire();
        try {
            return work.take();
        } finally {
            turn.release();
        }
    }

    /** The token to use next, empty if there is none. */
    Optional<Secret> next() {
        return Optional.ofNullable(next);
    }

    /** Starts with the refresh token of an answer, if it has one. */
    void begin(AccessToken answer) {
        next = answer.refreshToken().orElse(null);
        used = null;
        reusable = false;
        scopes = answer.scopes();
    }

    /** The token that follows one which was given from outside; that one itself if it is new here. */
    Secret following(Secret given) {
        Secret known = next;
        if (known != null && same(given, origin)) {
            return known;
        }
        origin = given;
        next = given;
        reusable = false;
        return given;
    }

    /** Takes note that this token is what is given from outside from now on. */
    void kept(Secret token) {
        origin = token;
    }

    /** The scopes that were granted last. */
    List<String> scopes() {
        return scopes;
    }

    /** Gives up what there is. */
    void end() {
        next = null;
    }

    /** Whether it was used, and must not be used again. */
    boolean isUsed(Secret token) {
        return same(token, used);
    }

    /** Whether the server gave another one for it. */
    boolean isReplaced(Secret token) {
        return !same(token, next);
    }

    /** A way to send a request with a refresh token. */
    @FunctionalInterface
    interface Use {
        AccessToken send(Sending sending) throws TokenException, InterruptedException;
    }

    /** Uses a token, and takes over its successor. */
    AccessToken use(Secret token, Use use) throws TokenException, InterruptedException {
        Sending sending = reusable ? Sending.AGAIN : Sending.once(() -> used = token);
        try {
            AccessToken answer = use.send(sending);
            Secret successor = answer.refreshToken().orElse(token);
            reusable = same(successor, token);
            used = reusable ? null : token;
            next = successor;
            scopes = answer.scopes();
            return answer;
        } catch (TokenException e) {
            if (!mayBeProcessed(e)) {
                used = null;
            }
            throw e;
        }
    }

    /** Whether the server may have replaced the refresh token of a request that failed. */
    static boolean mayBeProcessed(TokenException failure) {
        if (failure instanceof TokenTransportException) {
            return !(failure.getCause() instanceof TransportException cause && isUnsent(cause));
        }
        return failure instanceof MalformedAnswerException
                || (failure instanceof TokenServerException
                        && !mayBeSentAgain(failure.status().orElse(0)));
    }

    /** Whether a request that got no answer did not reach the server. */
    static boolean isUnsent(TransportException failure) {
        return UNSENT.contains(failure.fault());
    }

    /** Whether an answer of this status says that the request was not processed. */
    static boolean mayBeSentAgain(int status) {
        return NOT_PROCESSED.contains(status);
    }

    private static boolean same(Secret token, @Nullable Secret other) {
        return other != null && token.reveal().equals(other.reveal());
    }
}
