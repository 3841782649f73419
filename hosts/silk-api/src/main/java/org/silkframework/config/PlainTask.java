package org.silkframework.config;

import org.silkframework.util.Identifier;
import scala.reflect.ClassTag;

/** A task that is its data and nothing else. */
public class PlainTask<T extends TaskSpec> implements Task<T> {

    private final Identifier id;
    private final T data;
    private final MetaData metaData;
    private final ClassTag<T> type;

    public PlainTask(Identifier id, T data, MetaData metaData, ClassTag<T> type) {
        this.id = id;
        this.data = data;
        this.metaData = metaData;
        this.type = type;
    }

    @Override
    public Identifier id() {
        return id;
    }

    @Override
    public T data() {
        return data;
    }

    @Override
    public MetaData metaData() {
        return metaData;
    }

    @Override
    public Class<?> taskType() {
        return type.runtimeClass();
    }
}
