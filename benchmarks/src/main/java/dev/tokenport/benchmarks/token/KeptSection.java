package dev.tokenport.benchmarks.token;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.ServerProcess;
import dev.tokenport.benchmarks.Unit;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A token that is kept, asked for again and again. */
public final class KeptSection implements Section {

    private static final double NANOSECONDS = 1e9;
    private static final double MOST_NANOSECONDS = 30;
    private static final double NOTHING = 0.01;
    private static final double GROWS = 1.5;
    private static final int MANY = 8;

    @Override
    public String name() {
        return "kept";
    }

    @Override
    public String title() {
        return "Kept: a good token given again";
    }

    @Override
    public String method() {
        return """
                A token that is good for another hour is asked for by 1, 2 and 8 threads that do nothing else; JMH runs each \
                client in a process of its own, in turn, forward and backward. A figure of one thread is the time of one call; \
                that of several is how many calls they make together.

                Tokenport is `TokenSource.token()`, with a listener that counts, as in a run; it reads the clock each time. \
                Spring Security is `AuthorizedClientServiceOAuth2AuthorizedClientManager.authorize` with its services in \
                memory. Google's library is `OAuth2Credentials.getRequestMetadata`. MSAL4J is \
                `ConfidentialClientApplication.acquireToken`, which looks into its cache on another thread. Camel is the \
                `OAuth2ClientConfigurer` of its HTTP component, called as that calls it, without the HTTP client around it.""";
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        try (ServerProcess server = ServerProcess.ofTokens(KeptBenchmark.LIFETIME.toSeconds(), 0)) {
            return measure(effort, log, server.url("/token"));
        }
    }

    private static List<Finding> measure(Effort effort, Log log, URI endpoint) throws Exception {
        Jmh jmh = Jmh.of(KeptBenchmark.class, endpoint, effort, 2000, 2000);
        int rounds = effort.choose(1, 5);
        List<Keeping> all = List.of(Keeping.values());
        log.say("  1 thread");
        double[] octets = new double[1];
        Rounds<Keeping> alone = Rounds.measure(all, rounds, client -> {
            Jmh.Score score = jmh.run(client, 1);
            if (client == Keeping.TOKENPORT) {
                octets[0] = Math.max(octets[0], score.octets());
            }
            return NANOSECONDS / score.perSecond();
        });
        List<Finding> findings = new ArrayList<>();
        double ours = alone.median(Keeping.TOKENPORT);
        findings.add(Finding.of("kept.1", "one call", Unit.NANOSECONDS, ours).shall(Goal.atMost(MOST_NANOSECONDS)));
        findings.add(Finding.of("kept.allocated", "allocated by one call", Unit.OCTETS, octets[0])
                .shall(Goal.atMost(NOTHING)));
        for (Keeping peer : peers()) {
            findings.add(Finding.of(id(1, peer), "one call", Unit.NANOSECONDS, ours)
                    .beside(alone.peer(Keeping.TOKENPORT, peer, peer.label())));
        }
        log.say("  2 threads");
        double two = Rounds.measure(
                        List.of(Keeping.TOKENPORT),
                        rounds,
                        client -> jmh.run(client, 2).perSecond())
                .median(Keeping.TOKENPORT);
        findings.add(
                Finding.of("kept.grows", "calls of 2 threads in the time of 1", Unit.TIMES, two * ours / NANOSECONDS)
                        .shall(Goal.atLeast(GROWS)));
        log.say("  " + MANY + " threads");
        Rounds<Keeping> many =
                Rounds.measure(all, rounds, client -> jmh.run(client, MANY).perSecond());
        for (Keeping peer : peers()) {
            findings.add(Finding.of(
                            id(MANY, peer),
                            "calls of " + MANY + " threads",
                            Unit.PER_SECOND,
                            many.median(Keeping.TOKENPORT))
                    .beside(many.peer(Keeping.TOKENPORT, peer, peer.label())));
        }
        return findings;
    }

    private static List<Keeping> peers() {
        return Arrays.stream(Keeping.values())
                .filter(client -> client != Keeping.TOKENPORT)
                .toList();
    }

    private static String id(int threads, Keeping peer) {
        return "kept." + threads + "." + peer.name().toLowerCase(Locale.ROOT);
    }
}
