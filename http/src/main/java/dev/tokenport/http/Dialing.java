package dev.tokenport.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The steps in which a connection is made. Each is over by the deadline of its socket, or throws. */
final class Dialing {

    private static final int SUCCESS = 2;

    private Dialing() {}

    /**
     * Connects to the first of these addresses that takes the connection; none but the last may take all the time.
     *
     * @param addresses at least one
     * @param serverPort the port of the server, whatever is in between
     */
    static TimedSocket connect(List<InetAddress> addresses, int port, int serverPort, Deadline deadline)
            throws IOException {
        Iterator<InetAddress> untried = addresses.iterator();
        for (int left = addresses.size(); ; left--) {
            var socket = new TimedSocket(serverPort, deadline);
            try {
                long share = deadline.remaining().toMillis() / left + 1;
                socket.connect(untried.next(), port, (int) Math.min(Integer.MAX_VALUE, share));
                return socket;
            } catch (ConnectException | SocketTimeoutException e) {
                socket.close();
                if (left == 1) {
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        }
    }

    /**
     * Has a proxy connect to the server.
     *
     * @throws TransportException if it does not
     */
    static void tunnel(TimedSocket socket, ProxyRule.Proxy proxy, Failures failures) throws IOException {
        ClassicHttpResponse answer = WireConnection.plain(socket)
                .exchange(WireRequest.tunnel(failures.way().target(), proxy), socket.deadline());
        if (answer.getCode() == Proxies.AUTHENTICATION_REQUIRED) {
            throw failures.proxyAuthentication(proxy);
        }
        if (answer.getCode() / 100 != SUCCESS) {
            throw failures.noTunnel(answer.getCode());
        }
    }

    /** Shakes hands with a server (RFC 8446) and checks that its certificate is for the host of the URL (RFC 9110 §4.3.4). */
    static SSLSocket secure(TimedSocket socket, URI url, SSLContext tls) throws IOException {
        String host = url.getHost();
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, unbracketed(host), Urls.port(url), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        if (!HostNames.isAddress(host) && !host.endsWith(".")) {
            // Of itself Java does not name a host without a dot.
            parameters.setServerNames(List.of(new SNIHostName(host.toLowerCase(Locale.ROOT))));
        }
        secured.setSSLParameters(parameters);
        try {
            secured.startHandshake();
            return secured;
        } catch (SocketException e) {
            // The TLS library does not always say what it was in.
            throw new SSLException("the handshake broke", e);
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
