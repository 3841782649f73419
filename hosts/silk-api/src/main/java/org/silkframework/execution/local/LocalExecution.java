package org.silkframework.execution.local;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.silkframework.dataset.Dataset;
import org.silkframework.execution.ExecutionType;
import org.silkframework.util.Identifier;
import scala.Function0;
import scala.Option;
import scala.collection.immutable.Map;
import scala.runtime.BoxedUnit;

/** An execution in this process. */
public class LocalExecution implements ExecutionType {

    private final Option<Identifier> workflowId;
    private final java.util.Map<Identifier, Function0<BoxedUnit>> hooks = new ConcurrentHashMap<>();

    public LocalExecution(
            boolean useLocalInternalDatasets,
            Map<String, Dataset> replaceDataSources,
            Map<String, Dataset> replaceSinks,
            Option<Identifier> workflowId) {
        this.workflowId = workflowId;
    }

    @Override
    public Option<Identifier> workflowId() {
        return workflowId;
    }

    public Identifier addShutdownHook(Function0<BoxedUnit> hook) {
        Identifier id = new Identifier("r" + UUID.randomUUID());
        hooks.put(id, hook);
        return id;
    }

    public void executeShutdownHooks() {
        hooks.values().forEach(Function0::apply);
        hooks.clear();
    }
}
