package dev.tokenport.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One HTTP request. Prints method and URL without its query, never headers or body. Immutable. */
public final class Request {

    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?");
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final String method;
    private final URI url;
    private final Headers headers;
    private final RequestBody body;

    /**
     * A request.
     *
     * @param method the method, in capitals
     * @param url an absolute http(s) URL
     * @param headers the header fields; {@code Host} and {@code Content-Length} are added by the transport
     * @param body the body
     * @throws IllegalArgumentException for a method or URL of another kind, a header that belongs to the connection
     *     ({@code Host}, {@code Content-Length}, {@code Transfer-Encoding}, {@code Connection}, {@code Expect},
     *     {@code Upgrade}), or a header value that is not ASCII; the message may be shown
     */
    public Request(String method, URI url, Headers headers, RequestBody body) {
        if (!METHOD.matcher(method).matches() || method.equals("CONNECT")) {
            throw new IllegalArgumentException("'" + Shown.line(method) + "' is not a method to send");
        }
        if (url.getHost() == null
                || !SCHEME.matcher(String.valueOf(url.getScheme())).matches()) {
            throw new IllegalArgumentException("'" + Urls.shown(url) + "' is not an http(s) URL");
        }
        headers.fields().forEach(Request::check);
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A request with a body in memory.
     *
     * @param body the body, empty for none; copied
     * @throws IllegalArgumentException as the other constructor
     */
    public Request(String method, URI url, Headers headers, byte[] body) {
        this(method, url, headers, RequestBody.of(body));
    }

    private static void check(Headers.Field field) {
        if (RESERVED.contains(field.name().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "header '" + field.name() + "' cannot be set: it belongs to the connection");
        }
        if (!isAscii(field.value())) {
            throw new IllegalArgumentException(
                    "the value of header '" + field.name() + "' has a character that is not ASCII (RFC 9110 §5.5)");
        }
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A request without a body. */
    public static Request of(String method, URI url, Headers headers) {
        return new Request(method, url, headers, RequestBody.NONE);
    }

    /**
     * The same with one more header.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public Request with(String name, String value) {
        return new Request(method, url, headers.with(name, value), body);
    }

    /** The same to another URL. */
    public Request to(URI other) {
        return new Request(method, other, headers, body);
    }

    /** The method, in capitals. */
    public String method() {
        return method;
    }

    /** The absolute URL. */
    public URI url() {
        return url;
    }

    /** The header fields. */
    public Headers headers() {
        return headers;
    }

    /** The body, with a length of zero for none. */
    public RequestBody body() {
        return body;
    }

    @Override
    public String toString() {
        return method + " " + Urls.shown(url);
    }
}
