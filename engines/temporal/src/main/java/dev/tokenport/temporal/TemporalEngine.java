package dev.tokenport.temporal;

import dev.tokenport.http.TimeSource;
import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.workflow.engine.Engine;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.WorkerSettings;

/** Temporal, as an engine of runs. Thread-safe. */
public final class TemporalEngine implements Engine {

    static {
        // gRPC's Netty would load native code for sockets and TLS, of which Java warns; the JDK has both. Asked once,
        // by Netty.
        System.setProperty("io.grpc.netty.shaded.io.netty.transport.noNative", "true");
        System.setProperty("io.grpc.netty.shaded.io.netty.handler.ssl.noOpenSsl", "true");
    }

    private final HistoryBounds bounds;

    /** For the service loader. */
    public TemporalEngine() {
        this(HistoryBounds.DEFAULT);
    }

    /** An engine whose runs go on in another history at these bounds. */
    TemporalEngine(HistoryBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public String name() {
        return "temporal";
    }

    @Override
    public RemoteRuns connect(EngineAddress address, TimeSource time) throws EngineException {
        return new TemporalRuns(Connected.to(address), address.queue(), time, bounds);
    }

    @Override
    public EngineWorker work(EngineAddress address, WorkerSettings settings) throws EngineException {
        return TemporalWorker.begin(Connected.to(address), address, settings);
    }
}
