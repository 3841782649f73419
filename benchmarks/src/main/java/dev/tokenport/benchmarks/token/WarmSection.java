package dev.tokenport.benchmarks.token;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.ServerProcess;
import dev.tokenport.benchmarks.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Token requests in a process that runs already. */
public final class WarmSection implements Section {

    private static final double OF_THE_LIMIT = 0.9;

    @Override
    public String name() {
        return "warm";
    }

    @Override
    public String title() {
        return "Warm: a token fetched in a running process";
    }

    @Override
    public String method() {
        return """
                Client credentials, 1 and 64 requests at a time, each answered with another token of 850 characters by a \
                server in a process of its own that does nothing else. JMH runs each client in a process of its own, in \
                turn, forward and backward; a figure is the median, a ratio the median of the ratios of the rounds.

                The limit posts the same octets with the JDK's HTTP client, from one request that was put together once, and \
                cuts the token out by a search for `"access_token":"`. Tokenport is called through `TokenClient.fetch`, with \
                everything a run has: secrets read anew, the redactor learning them and the token, the answer checked. \
                Spring Security is its `RestClientClientCredentialsTokenResponseClient` over the JDK's HTTP client; the \
                Nimbus SDK sends with `HttpURLConnection`, as it does by itself. A call of a peer that fails, for want of a port say, \
                counts as answered; one of Tokenport ends the measurement.""";
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        log.missing("NiFi's StandardOauth2AccessTokenProvider", "not published as a library, only inside NiFi");
        List<Finding> findings = new ArrayList<>();
        try (ServerProcess server = ServerProcess.ofTokens(3600, 0)) {
            Jmh jmh = Jmh.of(WarmBenchmark.class, server.url("/token"), effort, 4000, 3000);
            for (int threads : new int[] {1, 64}) {
                log.say("  " + threads + " at a time");
                Rounds<Fetching> rounds = Rounds.measure(
                        List.of(Fetching.values()),
                        effort.choose(1, 5),
                        client -> jmh.run(client, threads).perSecond());
                for (Fetching peer : List.of(Fetching.JDK_CLIENT, Fetching.SPRING, Fetching.NIMBUS)) {
                    findings.add(finding(rounds, threads, peer));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Rounds<Fetching> rounds, int threads, Fetching peer) {
        return Finding.of(
                        "warm." + threads + "."
                                + peer.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "token requests, " + threads + " at a time",
                        Unit.PER_SECOND,
                        rounds.median(Fetching.TOKENPORT))
                .beside(rounds.peer(Fetching.TOKENPORT, peer, peer.label()))
                .shall(Goal.atLeast(peer == Fetching.JDK_CLIENT ? OF_THE_LIMIT : 1));
    }
}
