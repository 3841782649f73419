package dev.tokenport.silk.run;

import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.silk.settings.Settings;

/**
 * The way to services as the administrator has set it, where a task does not say otherwise. Connections are shared by all
 * runs; but those through a task's own proxy, or with a task's own key, are its run's. Thread-safe.
 */
final class ServerTransports implements Transports {

    private final Settings settings;
    private final Transports ofAll;
    private final Transports ofRun;

    ServerTransports(Settings settings, Transports ofAll, Transports ofRun) {
        this.settings = settings;
        this.ofAll = ofAll;
        this.ofRun = ofRun;
    }

    @Override
    public Transport with(TransportOptions options) {
        TransportOptions set = options;
        if (set.caFile().isEmpty() && settings.caFile().isPresent()) {
            set = set.withCaFile(settings.caFile().get());
        }
        if (set.connectTimeout().equals(TransportOptions.DEFAULT.connectTimeout())) {
            set = set.withConnectTimeout(settings.connectTimeout());
        }
        boolean own = set.proxy().isPresent()
                || set.clientKey().isPresent()
                || options.caFile().isPresent();
        if (set.proxy().isEmpty() && settings.proxy().isPresent()) {
            set = set.withProxy(settings.proxy().get());
        }
        return (own ? ofRun : ofAll).with(set);
    }
}
