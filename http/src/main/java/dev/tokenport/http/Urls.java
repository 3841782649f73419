package dev.tokenport.http;

import dev.tokenport.secret.OneLine;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for URLs that credentials or tokens are sent to, and how a URL is shown. */
public final class Urls {

    private static final String OCTET = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern LOOPBACK_ADDRESS =
            Pattern.compile("127\\." + OCTET + "\\." + OCTET + "\\." + OCTET + "|\\[::1]");
    private static final Pattern HTTP = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");
    private static final Pattern BEFORE_LAST_AT = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)?.*@", Pattern.DOTALL);
    private static final Pattern QUERY_AND_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final int HIGHEST_PORT = 65_535;

    private Urls() {}

    /** Whether plain {@code http} to a host that is not this machine is accepted. */
    public enum InsecureHttp {
        /** Only to this machine: {@code localhost}, {@code *.localhost}, 127.0.0.0/8 and {@code [::1]}. */
        LOOPBACK_ONLY,
        /** To any host. */
        ALLOWED
    }

    /**
     * What is wrong with a text as the URL of a protected service or token endpoint: not http(s), no host, user info, a
     * fragment, or plain http to a far host.
     *
     * @return a predicate to put behind the name of the option, such as {@code 'htp://x' is not an http(s) URL}; empty if
     *     nothing is wrong. User info is shown as {@code https://***@host/…}, query and fragment are not shown
     */
    public static Optional<String> fault(String url, InsecureHttp insecureHttp) {
        return fault(url, insecureHttp, "allow_insecure_http");
    }

    /**
     * The same.
     *
     * @param option the name of the option that allows plain http to a far host, for the message
     */
    public static Optional<String> fault(String url, InsecureHttp insecureHttp, String option) {
        return Optional.ofNullable(faultOf(url, insecureHttp, option)).map(fault -> "'" + masked(url) + "' " + fault);
    }

    private static @Nullable String faultOf(String url, InsecureHttp insecureHttp, String option) {
        if (!HTTP.matcher(url.strip()).matches()) {
            return "is not an http(s) URL";
        }
        if (url.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            return "has a blank in it";
        }
        if (USER_INFO.matcher(url).find()) {
            return "has user info in it; no credential ever stands in a URL (RFC 6749 §2.3.1)";
        }
        if (url.indexOf('#') >= 0) {
            return "has a fragment; leave out the '#' and what follows it";
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return url.matches("(?i)https?://(?:[/?#:].*)?") ? "has no host" : "is not a valid URL: " + e.getReason();
        }
        return faultOf(uri, insecureHttp, option);
    }

    private static @Nullable String faultOf(URI url, InsecureHttp insecureHttp, String option) {
        if (url.getHost() == null) {
            String authority = url.getRawAuthority();
            return authority == null || authority.startsWith(":")
                    ? "has no host"
                    : "has a host name that a URL cannot have (letters, digits, '-' and '.'; other scripts as xn--…)";
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            return "has a port that is not between 1 and " + HIGHEST_PORT;
        }
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        return plain && insecureHttp == InsecureHttp.LOOPBACK_ONLY && !isLoopback(url)
                ? "is plain http to a far host, where everyone on the way can read the credentials; use https,"
                        + " or set " + option
                : null;
    }

    /** Whether the host is this machine by its text alone, without asking DNS. */
    public static boolean isLoopback(URI url) {
        if (url.getHost() == null) {
            return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        if (LOOPBACK_ADDRESS.matcher(host).matches()) {
            return true;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    /** Scheme, host and port (if any): {@code https://idp.example.org}. */
    public static String origin(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            return "a URL without a host";
        }
        return url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getHost().toLowerCase(Locale.ROOT)
                + portSuffix(url);
    }

    /** Whether two URLs have the same scheme, host and port (RFC 6454 §5). */
    public static boolean sameOrigin(URI one, URI other) {
        return one.getScheme() != null
                && one.getHost() != null
                && one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    /** The URL as it may be shown: without query and fragment, user info as {@code ***}. */
    public static String shown(URI url) {
        return shown(url.toString());
    }

    private static String shown(String url) {
        if (url.indexOf('@') < 0 && url.indexOf('?') < 0 && url.indexOf('#') < 0) {
            return OneLine.of(url);
        }
        String masked = USER_INFO.matcher(url).replaceFirst("//" + Secret.MASK + "@");
        return OneLine.of(QUERY_AND_FRAGMENT.matcher(masked).replaceFirst(""));
    }

    /** As {@link #shown}, but of a faulty URL, where a password with a '/' or '#' in it may lie outside the user info. */
    static String masked(String url) {
        return shown(BEFORE_LAST_AT.matcher(url).replaceFirst("$1" + Secret.MASK + "@"));
    }

    /** Host and port, the scheme's own port if none is given: {@code idp.example.org:443}. */
    static String hostAndPort(URI url) {
        return url.getHost() + ":" + port(url);
    }

    /** Whether the URL is one of https. */
    static boolean isTls(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static int standardPort(URI url) {
        return isTls(url) ? 443 : 80;
    }

    /** The port, the scheme's own if none is given. */
    static int port(URI url) {
        return port(url, standardPort(url));
    }

    private static int port(URI url, int otherwise) {
        return url.getPort() < 0 ? otherwise : url.getPort();
    }

    private static String portSuffix(URI url) {
        return url.getPort() < 0 ? "" : ":" + url.getPort();
    }
}
