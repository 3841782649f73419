package dev.tokenport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A URL that a server wrote, possibly relative (RFC 3986 §4.1), as it is found in headers and in data. */
public final class UrlReference {

    /** What a URL may have beside letters and digits (RFC 3986 §2); others are percent-encoded, as browsers do. */
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern CLIMBING = Pattern.compile("^(?:/\\.\\.)+(?=/|$)");

    private UrlReference() {}

    /**
     * The URL of a header's value, whose octets are what they are.
     *
     * @param base the URL of the request that was answered
     * @return empty if the value is no URL; never with a fragment
     */
    public static Optional<URI> inHeader(URI base, String value) {
        return resolved(base, value, ISO_8859_1);
    }

    /**
     * The URL that stands in data.
     *
     * @param base the URL of the request that was answered
     * @return empty if the text is no URL; never with a fragment
     */
    public static Optional<URI> inData(URI base, String text) {
        return resolved(base, text, UTF_8);
    }

    private static Optional<URI> resolved(URI base, String text, Charset charset) {
        String reference = withoutFragment(encoded(text.strip(), charset));
        URI from = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
        try {
            if (reference.isEmpty() || reference.startsWith("?")) {
                // What java.net.URI makes of these is what RFC 2396 said.
                String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
                return Optional.of(new URI(withoutQuery(from) + (reference.isEmpty() ? query : reference)));
            }
            return Optional.of(withoutClimbing(from.resolve(new URI(reference))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String withoutFragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }

    private static String withoutQuery(URI url) {
        String text = withoutFragment(url.toString());
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    /** Above the root there is nothing (RFC 3986 §5.2.4). */
    private static URI withoutClimbing(URI url) throws URISyntaxException {
        String path = url.getRawPath();
        if (path == null || !path.startsWith("/..") || url.getRawAuthority() == null) {
            return url;
        }
        String stayed = CLIMBING.matcher(path).replaceFirst("");
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new URI(url.getScheme() + "://" + url.getRawAuthority() + (stayed.isEmpty() ? "/" : stayed) + query);
    }

    private static String encoded(String text, Charset charset) {
        var url = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isAllowed(character)) {
                url.append((char) character);
            } else {
                for (byte octet : Character.toString(character).getBytes(charset)) {
                    url.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xff));
                }
            }
        });
        return BROKEN_ESCAPE.matcher(url).replaceAll("%25");
    }

    private static boolean isAllowed(int character) {
        boolean letterOrDigit = character < 0x80 && Character.isLetterOrDigit(character);
        return letterOrDigit || ALLOWED.indexOf(character) >= 0;
    }
}
