package dev.tokenport.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Requests as they go over the wire (RFC 9112 §3). */
final class WireRequest {

    static final String ACCEPT_ENCODING = "Accept-Encoding";

    /** Methods of which a server expects to be told that there is no body (RFC 9110 §8.6). */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private WireRequest() {}

    /**
     * A request to a server, or to a proxy that forwards it.
     *
     * @param forwarding the proxy that forwards it; empty if it goes to the server, be it through a tunnel
     */
    static ClassicHttpRequest of(Request request, Optional<ProxyRule.Proxy> forwarding) throws TransportException {
        URI url = request.url();
        String ascii = url.toASCIIString();
        String authority = url.getRawAuthority();
        String target = forwarding.isPresent() ? ascii : path(ascii, authority);
        ClassicHttpRequest wire = with(request.method(), target);
        wire.addHeader("Host", authority);
        for (Headers.Field field : request.headers().fields()) {
            wire.addHeader(field.name(), field.value());
        }
        if (!request.headers().contains(ACCEPT_ENCODING)) {
            wire.addHeader(ACCEPT_ENCODING, "gzip");
        }
        if (!request.headers().contains("User-Agent")) {
            wire.addHeader("User-Agent", "tokenport");
        }
        authorize(wire, forwarding);
        long length = request.body().length();
        if (length > 0 || WITH_BODY.contains(request.method())) {
            wire.addHeader("Content-Length", Long.toString(length));
        }
        if (length > 0) {
            wire.setEntity(new WireBody(request.body()));
        }
        return wire;
    }

    /** The wish for a tunnel to a server (RFC 9110 §9.3.6). */
    static ClassicHttpRequest tunnel(String target, ProxyRule.Proxy proxy) throws TransportException {
        ClassicHttpRequest wire = with("CONNECT", target);
        wire.addHeader("Host", target);
        wire.addHeader("User-Agent", "tokenport");
        authorize(wire, Optional.of(proxy));
        return wire;
    }

    private static void authorize(ClassicHttpRequest wire, Optional<ProxyRule.Proxy> proxy) throws TransportException {
        Optional<String> authorization = Proxies.authorization(proxy);
        if (authorization.isPresent()) {
            wire.addHeader("Proxy-Authorization", authorization.get());
        }
    }

    /** The target goes out as it is; the library's constructors would take it apart. */
    private static ClassicHttpRequest with(String method, String target) {
        var wire = new BasicClassicHttpRequest(method, "/");
        wire.setPath(target);
        return wire;
    }

    private static String path(String url, String authority) {
        String path = url.substring(url.indexOf("//") + 2 + authority.length());
        int fragment = path.indexOf('#');
        String sent = fragment < 0 ? path : path.substring(0, fragment);
        return sent.startsWith("/") ? sent : "/" + sent;
    }
}
