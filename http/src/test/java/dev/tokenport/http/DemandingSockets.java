package dev.tokenport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** Sockets of a TLS server that speaks one version and demands a certificate of the client. */
final class DemandingSockets extends ServerSocketFactory {

    private final ServerSocketFactory sockets;
    private final String protocol;

    DemandingSockets(ServerSocketFactory sockets, String protocol) {
        this.sockets = sockets;
        this.protocol = protocol;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return demanding(sockets.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return demanding(sockets.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return demanding(sockets.createServerSocket(port, backlog, address));
    }

    private ServerSocket demanding(ServerSocket socket) {
        var tls = (SSLServerSocket) socket;
        tls.setEnabledProtocols(new String[] {protocol});
        tls.setNeedClientAuth(true);
        return tls;
    }
}
