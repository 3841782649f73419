package dev.tokenport.oauth2;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transport;

/** Finds out what an issuer says of itself, and keeps it. Thread-safe. */
final class Discovery {

    private final Transport transport;
    private final TimeSource time;

    Discovery(Transport transport, TimeSource time) {
        this.transport = transport;
        this.time = time;
    }

    ServerMetadata metadata(AuthorizationServer server) {
        return server.tokenEndpoint()
                .map(ServerMetadata::at)
                .orElseThrow(() -> new UnsupportedOperationException(transport + " at " + time.now()));
    }
}
