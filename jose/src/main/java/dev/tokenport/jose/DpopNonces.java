package dev.tokenport.jose;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The last nonce that each server wanted to see in proofs (RFC 9449 §8, §9). It is sent until there is a newer one.
 * Thread-safe.
 */
public final class DpopNonces {

    private static final int LONGEST = 1000;
    private static final Pattern NONCE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1," + LONGEST + "}");

    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    /** None yet. */
    public DpopNonces() {}

    /** What the server at a URL wants to see, empty if it has not said so. */
    public Optional<String> of(URI url) {
        return Optional.ofNullable(nonces.get(origin(url)));
    }

    /**
     * Takes over the nonce of an answer, good or bad.
     *
     * @param url what was asked
     * @param values the values of the header {@code DPoP-Nonce}
     * @return the nonce; empty if there is none, more than one, or one that is no nonce (RFC 9449 §8.1)
     */
    public Optional<String> learn(URI url, List<String> values) {
        Optional<String> nonce = values.size() == 1
                ? values.stream()
                        .filter(value -> NONCE.matcher(value).matches())
                        .findFirst()
                : Optional.empty();
        nonce.ifPresent(value -> nonces.put(origin(url), value));
        return nonce;
    }

    private static String origin(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
