package dev.tokenport.http;

import dev.tokenport.http.ProxyRule.Proxy;
import dev.tokenport.secret.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the URL of a proxy. Java's own reader refuses names with an underscore, which container networks have. */
final class ProxyUrl {

    private static final Pattern URL = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:(.*)@)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?/?",
            Pattern.DOTALL);
    private static final int HIGHEST_PORT = 65_535;
    private static final int PORT = 80;

    private ProxyUrl() {}

    /** A proxy as configuration names it: without user info. */
    static Proxy proxy(String text) {
        Matcher url = matched(text);
        if (url.group(2) != null) {
            throw new IllegalArgumentException(
                    "'" + Urls.masked(text) + "' has user info in it; user and password have options of their own");
        }
        return proxy(url, text);
    }

    /** A proxy as variables name it: the user info says who asks, percent-encoded. */
    static Proxy proxyOfUser(String text) {
        Matcher url = matched(text);
        Proxy proxy = proxy(url, text);
        String info = url.group(2);
        if (info == null || info.isEmpty()) {
            return proxy;
        }
        int colon = info.indexOf(':');
        String user = decoded(colon < 0 ? info : info.substring(0, colon));
        String password = colon < 0 ? "" : decoded(info.substring(colon + 1));
        return new Proxy(proxy.host(), proxy.port(), Optional.of(user), Optional.of(Secret.of(password)));
    }

    private static Matcher matched(String text) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches() || (url.group(1) != null && !url.group(1).equalsIgnoreCase("http"))) {
            throw new IllegalArgumentException("'" + Urls.masked(text)
                    + "' is not the URL of an http proxy, such as http://proxy.example.org:3128");
        }
        return url;
    }

    private static Proxy proxy(Matcher url, String text) {
        int port = url.group(4) == null ? PORT : Integer.parseInt(url.group(4));
        if (port == 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "'" + Urls.masked(text) + "' has a port that is not between 1 and " + HIGHEST_PORT);
        }
        return new Proxy(url.group(3), port, Optional.empty(), Optional.empty());
    }

    /** What is not percent-encoded well stands for itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
