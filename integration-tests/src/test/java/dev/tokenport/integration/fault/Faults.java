package dev.tokenport.integration.fault;

import java.util.List;

/** All faults, in the order of the page. */
final class Faults {

    private Faults() {}

    /**
     * Faults of a kind.
     *
     * @param title what kind
     * @param faults the faults
     */
    record Kind(String title, List<Fault> faults) {}

    static List<Kind> all() {
        return List.of(
                new Kind("No connection, or a broken one", ConnectionFaults.broken()),
                new Kind("Silence and drops", ConnectionFaults.slow()),
                new Kind("Good and bad in turn", ConnectionFaults.flipping()),
                new Kind("TLS", TlsFaults.all()),
                new Kind("Redirects", RedirectFaults.all()),
                new Kind("Come back later", RetryAfterFaults.all()),
                new Kind("Too much of a body", SizeFaults.bodies()),
                new Kind("Too much around it", SizeFaults.heads()),
                new Kind("Other versions, other protocols", HttpFaults.versions()),
                new Kind("Interim and empty answers", HttpFaults.interim()),
                new Kind("Wrong lengths", HttpFaults.lengths()),
                new Kind("Wrong chunks", HttpFaults.chunks()),
                new Kind("Wrong contents", HttpFaults.codings()));
    }
}
