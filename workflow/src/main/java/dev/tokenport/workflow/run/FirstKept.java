package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.spool.EntitySink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Remembers the first entity of those that are kept elsewhere. For one thread. */
final class FirstKept implements EntitySink {

    private final EntitySink sink;
    private @Nullable Entity first;

    FirstKept(EntitySink sink) {
        this.sink = sink;
    }

    @Nullable
    Entity first() {
        return first;
    }

    @Override
    public void add(Entity entity) throws IOException {
        if (first == null) {
            first = entity;
        }
        sink.add(entity);
    }

    @Override
    public void seal() throws IOException {
        sink.seal();
    }

    @Override
    public void abandon() {
        sink.abandon();
    }
}
