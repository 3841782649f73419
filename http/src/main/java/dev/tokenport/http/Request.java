package dev.tokenport.http;

import java.net.URI;
import java.util.Objects;

/** One HTTP request. Prints method and URL without its query, never headers or body. Immutable. */
public final class Request {

    private final String method;
    private final URI url;
    private final Headers headers;
    private final byte[] body;

    /**
     * A request.
     *
     * @param method the method, in capitals
     * @param url an absolute http(s) URL
     * @param headers the header fields; {@code Host} and {@code Content-Length} are added by the transport
     * @param body the body, empty for none; copied
     */
    public Request(String method, URI url, Headers headers, byte[] body) {
        this.method = Objects.requireNonNull(method);
        this.url = Objects.requireNonNull(url);
        this.headers = Objects.requireNonNull(headers);
        this.body = body.clone();
    }

    /** A request without a body. */
    public static Request of(String method, URI url, Headers headers) {
        return new Request(method, url, headers, new byte[0]);
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

    /** A copy of the body, empty for none. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " " + Urls.shown(url);
    }
}
