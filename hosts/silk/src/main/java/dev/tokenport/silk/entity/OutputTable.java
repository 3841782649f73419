package dev.tokenport.silk.entity;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.entity.EntitySchema;
import org.silkframework.execution.AbortExecutionException;
import org.silkframework.execution.local.GenericEntityTable;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.runtime.iterator.CloseableIterator$;
import org.silkframework.util.Uri;
import scala.Option;
import scala.collection.AbstractIterator;
import scala.collection.immutable.Seq;

/** What a task has given as a table of Silk, read once. Secrets stand in it as they are. For one thread. */
public final class OutputTable extends AbstractIterator<org.silkframework.entity.Entity> {

    private final OutputEntities entities;
    private final Runnable over;
    private final EntitySchema schema;
    private final List<String> names;
    private final String prefix;
    private final Iterator<Entity> first;
    private @Nullable Entities rest;
    private @Nullable Entity next;
    private boolean begun;
    private long number;

    private OutputTable(OutputEntities entities, String task, Runnable over) {
        this.entities = entities;
        this.over = over;
        this.schema = entities.columns().schema();
        this.names = entities.columns().names();
        this.prefix = "urn:instance:" + task + ":";
        this.first = entities.inMemory().iterator();
    }

    /**
     * The table.
     *
     * @param entities what the task has given
     * @param task the task
     * @param over what is done when the table is closed, or has been read to its end
     */
    public static LocalEntities of(OutputEntities entities, Task<TaskSpec> task, Runnable over) {
        var table = new OutputTable(entities, task.id().toString(), over);
        return new GenericEntityTable(
                CloseableIterator$.MODULE$.apply(table, table::release), table.schema, task, Sequences.of(List.of()));
    }

    @Override
    public boolean hasNext() {
        if (!begun) {
            begun = true;
            next = read();
        }
        return next != null;
    }

    @Override
    public org.silkframework.entity.Entity next() {
        Entity entity = hasNext() ? next : null;
        if (entity == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return silk(entity);
    }

    private @Nullable Entity read() {
        if (first.hasNext()) {
            return first.next();
        }
        try {
            Entities open = rest;
            if (open == null) {
                open = entities.rest().orElse(null);
                rest = open;
            }
            return open == null ? null : open.next();
        } catch (OperatorException e) {
            throw new AbortExecutionException(String.valueOf(e.getMessage()), Option.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbortExecutionException("interrupted", Option.empty());
        }
    }

    private void release() {
        next = null;
        begun = true;
        try {
            if (rest != null) {
                rest.close();
            }
        } catch (OperatorException unimportant) {
            // It has been read as far as anybody wanted.
            return;
        } finally {
            over.run();
        }
    }

    private org.silkframework.entity.Entity silk(Entity entity) {
        number++;
        List<Seq<String>> values = new ArrayList<>();
        for (String name : names) {
            values.add(Sequences.of(texts(entity.values(name))));
        }
        String uri = entity.uri().isBlank() ? prefix + number : entity.uri();
        return org.silkframework.entity.Entity.apply(new Uri(uri), Sequences.of(values), schema);
    }

    private static List<String> texts(List<Value> values) {
        return values.stream().filter(Columns::isThere).map(OutputTable::text).toList();
    }

    private static String text(Value value) {
        return value instanceof Value.SecretValue secret ? secret.secret().reveal() : ((Value.Text) value).text();
    }
}
