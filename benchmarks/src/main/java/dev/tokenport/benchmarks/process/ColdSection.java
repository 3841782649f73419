package dev.tokenport.benchmarks.process;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Folders;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.InTurn;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Peer;
import dev.tokenport.benchmarks.ProcessRun.Program;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.ServerProcess;
import dev.tokenport.benchmarks.Tokenport;
import dev.tokenport.benchmarks.Unit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How long it takes from pressing Enter to a token. */
public final class ColdSection implements Section {

    private static final double OF_PYTHON = 0.35;
    private static final double OF_PYTHON_SECURE = 0.5;
    private static final Set<String> GOALS = Set.of(Peers.PYTHON, Peers.PYTHON_NOT_COMPILED);

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String title() {
        return "Cold: a token from a new process";
    }

    @Override
    public String method() {
        return """
                `tokenport token` with the client credentials grant, from the start of the process to its end, against a server
                that answers at once, beside other programs that do the same: the way of the Python plugin (`requests-oauthlib`,
                whose modules pip has compiled), the plugin itself, Go, curl; and beside the least that a Java program can do.
                Each runs in turn with Tokenport. The archive of classes is there, as it is after the first call. *Not compiled* is
                a Python that finds no compiled modules, its own neither, and may not write any, as in container images that leave them out.

                Over https every program reads the authorities that Java trusts by default, and that of the server, in the
                form that it reads them in anyway.
                """;
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        Path folder = Files.createTempDirectory("tokenport-cold");
        try {
            List<Finding> findings = new ArrayList<>();
            try (var server = ServerProcess.ofTokens(3600, 0)) {
                findings.addAll(new Race(folder, effort, log, server.url("/token"), Optional.empty()).run());
            }
            Authorities authorities = Authorities.in(folder);
            try (var server = ServerProcess.ofTokens(3600, 0, authorities.serverOptions())) {
                findings.addAll(new Race(folder, effort, log, server.url("/token"), Optional.of(authorities)).run());
            }
            return findings;
        } finally {
            Folders.delete(folder);
        }
    }

    /** All programs against one server. */
    private record Race(Path folder, Effort effort, Log log, URI url, Optional<Authorities> tls) {

        List<Finding> run() throws Exception {
            Files.writeString(folder.resolve("form"), "grant_type=client_credentials&client_id=c&client_secret=s");
            Files.writeString(folder.resolve("url"), "url = \"" + url + "\"\n");
            Program ours = Tokenport.program(folder, "token").with(variables());
            List<Finding> findings = new ArrayList<>();
            for (Peers.Contestant peer : new Peers(folder, log).all(tls)) {
                measure(peer, ours, findings);
            }
            for (OtherJava java : OtherJava.all()) {
                Program there = Tokenport.onJava(java.home(), folder, "token").with(variables());
                measure(new Peers.Contestant(java.id(), java.name(), there), ours, findings);
            }
            return findings;
        }

        private void measure(Peers.Contestant peer, Program ours, List<Finding> findings) throws Exception {
            Program theirs = peer.program().with(variables());
            InTurn turns;
            try {
                turns = InTurn.measure(
                        1,
                        effort.choose(1, 15),
                        () -> ours.run().millis(),
                        () -> theirs.run().millis());
            } catch (IOException e) {
                log.missing(peer.name() + " over " + url.getScheme(), String.valueOf(e.getMessage()));
                return;
            }
            Finding finding = Finding.of(
                            "cold." + url.getScheme() + "." + peer.id(),
                            url.getScheme(),
                            Unit.MILLISECONDS,
                            turns.ours())
                    .beside(new Peer(peer.name(), turns.theirs(), turns.ratio()));
            findings.add(
                    GOALS.contains(peer.id())
                            ? finding.shall(Goal.atMost(tls.isPresent() ? OF_PYTHON_SECURE : OF_PYTHON))
                            : finding);
        }

        /** For all programs; each reads those that it knows. */
        private Map<String, String> variables() {
            Map<String, String> given = new HashMap<>(
                    Map.of("OAUTH_TOKEN_URI", url.toString(), "OAUTH_CLIENT_ID", "c", "OAUTH_CLIENT_SECRET", "s"));
            tls.ifPresent(authorities -> {
                for (String name : List.of("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE")) {
                    given.put(name, authorities.bundle().toString());
                }
                given.put("TOKENPORT_JAVA_OPTS", authorities.clientOption());
            });
            return given;
        }
    }
}
