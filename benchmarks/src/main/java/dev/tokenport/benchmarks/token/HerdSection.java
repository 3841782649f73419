package dev.tokenport.benchmarks.token;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Median;
import dev.tokenport.benchmarks.Peer;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many callers at once. */
public final class HerdSection implements Section {

    private static final double MOST = 1.5;
    private static final int WARM_UP = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "herd";
    }

    @Override
    public String title() {
        return "Herd: 10,000 callers at once";
    }

    @Override
    public String method() {
        return """
                10,000 threads (virtual ones where the running Java has them) stand at a gate and ask one client for a token \
                at the same moment, when nothing is kept; the server, a process of its own, takes 200 ms for each answer and \
                counts the requests. Then the same under an expiry: the 10,000 ask about once a second each, for four and a \
                half seconds, and after three of these the token is taken for used up by the client. A caller's time is that \
                of one call. One request is the 200 ms of the server alone. Who has no answer after 15 seconds is not \
                waited for any longer.

                The clients are those of the section before, with as many connections and threads as they take by default. \
                A herd of 100 goes before, uncounted; Tokenport's figures are medians of five herds.""";
    }

    /** One kind of herd. */
    private enum Kind {
        KEPT_NOTHING("nothing kept") {
            @Override
            Herd.Outcome of(Herd herd) throws Exception {
                return herd.nothingKept();
            }
        },
        EXPIRY("an expiry") {
            @Override
            Herd.Outcome of(Herd herd) throws Exception {
                return herd.expiry();
            }
        };

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        abstract Herd.Outcome of(Herd herd) throws Exception;
    }

    /** The medians of several herds. */
    private record Figures(double requests, double slowest) {}

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        int callers = effort.choose(200, 10_000);
        var answer = Duration.ofMillis(effort.choose(20, 200));
        List<Finding> findings = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Finding> ofPeers = new ArrayList<>();
            Figures ours = null;
            for (Keeping client : Keeping.values()) {
                if (effort == Effort.SHORT && kind == Kind.EXPIRY && client != Keeping.TOKENPORT) {
                    continue;
                }
                log.say("  " + client.label() + ", " + kind.words);
                var herd = new Herd(client, callers, answer, PATIENCE);
                if (ours == null) {
                    ours = figures(kind, herd, effort, log);
                    findings.addAll(alone(kind, ours, answer));
                    continue;
                }
                try {
                    ofPeers.addAll(beside(kind, ours, client, figures(kind, herd, effort, log)));
                } catch (IOException e) {
                    log.missing(client.label(), kind.words + ": so many requests came that the server broke down");
                }
            }
            findings.addAll(ofPeers);
        }
        return findings;
    }

    private static Figures figures(Kind kind, Herd herd, Effort effort, Log log) throws Exception {
        boolean ours = herd.client() == Keeping.TOKENPORT;
        int rounds = ours ? effort.choose(1, 5) : 1;
        double[] requests = new double[rounds];
        double[] slowest = new double[rounds];
        if (effort == Effort.FULL) {
            kind.of(herd.of(WARM_UP));
        }
        for (int i = 0; i < rounds; i++) {
            Herd.Outcome outcome = kind.of(herd);
            log.say(String.format(
                    Locale.ROOT,
                    "    %d requests, slowest %.0f ms%s",
                    outcome.requests(),
                    outcome.slowestMillis(),
                    outcome.troubles()));
            requests[i] = outcome.requests();
            slowest[i] = outcome.slowestMillis();
        }
        return new Figures(Median.of(requests), Median.of(slowest));
    }

    private static List<Finding> alone(Kind kind, Figures ours, Duration answer) {
        return List.of(
                Finding.of(id(kind) + "requests", kind.words + ": requests", Unit.REQUESTS, ours.requests())
                        .shall(Goal.atMost(1)),
                Finding.of(id(kind) + "slowest", kind.words + ": the slowest caller", Unit.MILLISECONDS, ours.slowest())
                        .shall(Goal.atMost(MOST * answer.toMillis())));
    }

    private static List<Finding> beside(Kind kind, Figures ours, Keeping client, Figures theirs) {
        String name = client.name().toLowerCase(Locale.ROOT);
        return List.of(
                Finding.of(id(kind) + "requests." + name, kind.words + ": requests", Unit.REQUESTS, ours.requests())
                        .beside(Peer.of(client.label(), ours.requests(), theirs.requests())),
                Finding.of(
                                id(kind) + "slowest." + name,
                                kind.words + ": the slowest caller",
                                Unit.MILLISECONDS,
                                ours.slowest())
                        .beside(Peer.of(client.label(), ours.slowest(), theirs.slowest())));
    }

    private static String id(Kind kind) {
        return "herd." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".";
    }
}
