package dev.tokenport.oauth2.verify;

import dev.tokenport.http.CheckedStep;
import dev.tokenport.http.ConnectionCheck;
import dev.tokenport.http.Urls;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.ServerMetadata;
import dev.tokenport.oauth2.TokenRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The way to the authorization server: one line per step, up to the first that is not passed. For one thread. */
final class CheckedWay {

    private final Consumer<String> lines;
    private final String issuerOption;
    private final List<String> advice = new ArrayList<>();
    private final Set<String> origins = new HashSet<>();
    private Optional<ConnectionCheck> check = Optional.empty();
    private Optional<TokenRequest> request = Optional.empty();
    private boolean begun;
    private boolean awaitsMetadata;

    /**
     * Nothing is checked yet.
     *
     * @param lines takes what is found
     * @param issuerOption what names the issuer
     */
    CheckedWay(Consumer<String> lines, String issuerOption) {
        this.lines = lines;
        this.issuerOption = issuerOption;
    }

    /** What to change before long, though it works now. */
    List<String> advice() {
        return List.copyOf(advice);
    }

    /** The URLs as given break rules. */
    void faulty(List<String> faults) {
        item("URL: failed, " + String.join("; ", faults));
    }

    /**
     * Goes the way to the server that a token is asked for, which has still to tell of itself.
     *
     * @throws WayBlockedException if a step is not passed
     */
    void go(TokenRequest asked, ConnectionCheck way) throws InterruptedException {
        request = Optional.of(asked);
        check = Optional.of(way);
        AuthorizationServer server = asked.server();
        go(server.url());
        awaitsMetadata = server.issuer().isPresent();
        if (!awaitsMetadata) {
            item("metadata: not asked; " + issuerOption + " would tell what the server offers");
        }
    }

    /** Goes the way to a server when it is known: when it is asked. */
    void goLater(ConnectionCheck way) {
        check = Optional.of(way);
    }

    /** The server has told of itself; its token endpoint may be another one's. */
    void discovered(URI document, ServerMetadata metadata) {
        awaitsMetadata = false;
        item("metadata: ok, found at " + Urls.shown(document));
        metadata.issuer().ifPresent(issuer -> item("  issuer: " + issuer));
        item("  token endpoint: " + Urls.shown(metadata.tokenEndpoint()));
        offered(
                "grant",
                metadata.grantTypes(),
                request.map(asked -> asked.grant().type()));
        offered(
                "client authentication",
                metadata.clientAuthenticationMethods(),
                request.map(asked -> asked.effectiveClientAuthentication().toString()));
        request.filter(asked -> asked.server().tokenEndpoint().isEmpty())
                .map(asked -> asked.clientCertificate().isPresent()
                        ? metadata.mutualTlsTokenEndpoint().orElse(metadata.tokenEndpoint())
                        : metadata.tokenEndpoint())
                .ifPresent(this::asking);
    }

    /** A URL is about to be asked. */
    void asking(URI url) {
        awaitsMetadata = false;
        if (check.isEmpty() || origins.contains(Urls.origin(url))) {
            return;
        }
        try {
            go(url);
        } catch (InterruptedException e) {
            // Whoever asks it is interrupted in this way.
            Thread.currentThread().interrupt();
        }
    }

    /** Something was not as it should be, and it went on. */
    void warned(String line) {
        if (awaitsMetadata) {
            awaitsMetadata = false;
            item("metadata: failed, " + line);
        }
    }

    private void go(URI url) throws InterruptedException {
        origins.add(Urls.origin(url));
        for (CheckedStep step : check.orElseThrow().steps(url)) {
            item(step.toString());
            if (!step.passed()) {
                throw new WayBlockedException(step.name() + ": " + step.found()
                        + step.advice().map(change -> "; " + change).orElse(""));
            }
            step.advice().ifPresent(advice::add);
        }
    }

    private void offered(String noun, List<String> offered, Optional<String> used) {
        if (offered.isEmpty()) {
            item("  " + noun + "s: not told");
            return;
        }
        String all = String.join(", ", offered);
        boolean lacking = used.isPresent() && !offered.contains(used.get());
        item("  " + noun + "s: " + all
                + used.map(one -> "; " + one + (lacking ? " is not" : " is") + " among them")
                        .orElse(""));
        if (lacking) {
            advice.add("the server offers the " + noun + "s " + all + ", and not " + used.get());
        }
    }

    private void item(String line) {
        if (!begun) {
            begun = true;
            lines.accept("Checked");
        }
        lines.accept("  " + line);
    }
}
