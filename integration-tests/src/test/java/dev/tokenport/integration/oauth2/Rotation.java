package dev.tokenport.integration.oauth2;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A server that replaces refresh tokens: it gives access tokens {@code t-1}, {@code t-2} … with refresh tokens {@code r-1},
 * {@code r-2} …, and accepts each of these once, the last one only; after a second use it accepts none. Any other grant
 * begins a new row. Thread-safe.
 */
final class Rotation implements Function<RecordedRequest, Answer> {

    private int given;
    private int rows;
    private boolean revoked;

    @Override
    public synchronized Answer apply(RecordedRequest request) {
        Map<String, List<String>> form = request.form();
        if (!List.of("refresh_token").equals(form.get("grant_type"))) {
            rows++;
            revoked = false;
            return next();
        }
        if (revoked || !List.of("r-" + given).equals(form.get("refresh_token"))) {
            revoked = true;
            return Answer.error(400, "invalid_grant", "reused");
        }
        return next();
    }

    /** How often another grant was used. */
    synchronized int rows() {
        return rows;
    }

    /** Whether a refresh token was used a second time. */
    synchronized boolean isRevoked() {
        return revoked;
    }

    /** Accepts no refresh token until the next use of another grant. */
    synchronized void revoke() {
        revoked = true;
    }

    private Answer next() {
        given++;
        return answer(given);
    }

    static Answer answer(int number) {
        return Answer.json(
                200,
                "{\"access_token\":\"t-" + number
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":300,\"refresh_token\":\"r-" + number + "\"}");
    }
}
