package dev.tokenport.oauth2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tries several client secrets one after the other, the next one only when the server refuses the client, and remembers
 * which it took. Keeps no secret. Thread-safe.
 */
final class SecretsInTurn {

    private static final int UNAUTHORIZED = 401;

    private final Map<Client, String> taken = new ConcurrentHashMap<>();
    private @Nullable Fingerprint fingerprint;

    private record Client(AuthorizationServer server, String id) {}

    /** What is attempted with each of them. */
    @FunctionalInterface
    interface Attempt<T> {
        T with(Credentials credentials) throws TokenException, InterruptedException;
    }

    /** The result of the first attempt that the server does not refuse for its client secret. */
    <T> T attempt(TokenRequest request, Credentials credentials, TokenListener listener, Attempt<T> attempt)
            throws TokenException, InterruptedException {
        if (credentials.others().isEmpty()) {
            return attempt.with(credentials);
        }
        var client = new Client(request.server(), request.clientId());
        List<Credentials> all = credentials.alternatives();
        List<Credentials> inTurn = inTurn(all, client);
        for (int i = 0; ; i++) {
            Credentials next = inTurn.get(i);
            try {
                T result = attempt.with(next);
                taken.put(client, print(next));
                if (i > 0) {
                    listener.warned("client secret " + (all.indexOf(inTurn.get(0)) + 1) + " of " + all.size()
                            + " was refused, and number " + (all.indexOf(next) + 1) + " was taken");
                }
                return result;
            } catch (CredentialsRefusedException e) {
                if (!refusesClient(e)) {
                    throw e;
                }
                if (i == inTurn.size() - 1) {
                    throw new CredentialsRefusedException(
                            e.getMessage() + "; each of the " + all.size() + " client secrets was refused",
                            new Failure(
                                    e.attempts(),
                                    e.status().orElse(0),
                                    e.error().orElse(null),
                                    e.getCause()));
                }
            }
        }
    }

    private List<Credentials> inTurn(List<Credentials> all, Client client) {
        var inTurn = new ArrayList<>(all);
        String last = taken.get(client);
        if (last != null) {
            all.stream().filter(one -> print(one).equals(last)).findFirst().ifPresent(one -> {
                inTurn.remove(one);
                inTurn.add(0, one);
            });
        }
        return inTurn;
    }

    private String print(Credentials credentials) {
        return fingerprint().of(List.of(credentials.clientSecret()));
    }

    /** Made when it is needed: few clients have several secrets, and the first random numbers of a process take long. */
    private synchronized Fingerprint fingerprint() {
        if (fingerprint == null) {
            fingerprint = new Fingerprint();
        }
        return fingerprint;
    }

    /** Said with {@code invalid_client} (RFC 6749 §5.2); Keycloak says {@code unauthorized_client} with 401. */
    private static boolean refusesClient(CredentialsRefusedException refusal) {
        String error = refusal.error().orElse("");
        return error.equals("invalid_client")
                || (error.equals("unauthorized_client") && refusal.status().orElse(0) == UNAUTHORIZED);
    }
}
