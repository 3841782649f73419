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

    @Override
    public String name() {
        return "temporal";
    }

    @Override
    public RemoteRuns connect(EngineAddress address, TimeSource time) throws EngineException {
        return new TemporalRuns(Connected.to(address), address.queue(), time, HistoryBounds.DEFAULT);
    }

    @Override
    public EngineWorker work(EngineAddress address, WorkerSettings settings) throws EngineException {
        return TemporalWorker.begin(Connected.to(address), address, settings);
    }
}
