package dev.tokenport.integration.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the servers were told. Immutable.
 *
 * @param tls whether the server was called with https
 * @param connections how many connections there were to it
 * @param requests the requests it has read
 * @param otherConnections how many connections there were to another server
 * @param otherRequests the requests this one has read
 */
record Departed(boolean tls, int connections, List<String> requests, int otherConnections, List<String> otherRequests) {

    private static final List<String> CONFIDENTIAL =
            List.of("authorization:", "x-api-key:", Question.CANARY, "grant_type", "cookie:");

    Departed {
        requests = List.copyOf(requests);
        otherRequests = List.copyOf(otherRequests);
    }

    /** The same in words. */
    String words() {
        var words = new ArrayList<String>();
        if (!requests.isEmpty()) {
            words.add("the request" + times(requests.size()));
        } else if (connections > 0) {
            words.add((tls ? "the beginning of a handshake" : "the request, which was not read,") + times(connections));
        }
        if (!otherRequests.isEmpty()) {
            words.add("to the other origin a request without token and key" + times(otherRequests.size()));
        } else if (otherConnections > 0) {
            words.add("to the other origin a connection");
        }
        return words.isEmpty() ? "nothing" : String.join("; ", words);
    }

    /** Whether something confidential went where it must not go. */
    boolean leaked() {
        return otherRequests.stream()
                .map(request -> request.toLowerCase(Locale.ROOT))
                .anyMatch(request -> CONFIDENTIAL.stream().anyMatch(request::contains));
    }

    private static String times(int count) {
        return switch (count) {
            case 1 -> " once";
            case 2 -> " twice";
            default -> " " + count + " times";
        };
    }
}
