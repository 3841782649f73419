package dev.tokenport.service;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the entities of the inputs, one piece of work per entity or per batch of them: several may be under way at
 * a time, and what they give comes in the order of the entities. Without an input there is one piece of work. For one
 * thread.
 */
public final class PerEntity implements Entities {

    /** What is done for one entity. Called by several threads at a time. */
    @FunctionalInterface
    public interface Work {

        /**
         * Asks a service, and gives what it answered. The entities are read later, by the thread that takes the output.
         *
         * @param entity the entity of the input; empty without an input
         * @throws EntityException if this entity cannot be processed
         * @throws OperatorException if none can
         * @throws InterruptedException as soon as the run is cancelled
         */
        Entities answers(Optional<Entity> entity) throws OperatorException, InterruptedException;
    }

    /** What is done for one entity, which has a number. Called by several threads at a time. */
    @FunctionalInterface
    public interface NumberedWork {

        /**
         * Does what {@link Work#answers} does.
         *
         * @param entity the entity of the input; empty without an input
         * @param number how many entities came before it, the same at each execution with the same inputs
         * @throws EntityException if this entity cannot be processed
         * @throws OperatorException if none can
         * @throws InterruptedException as soon as the run is cancelled
         */
        Entities answers(Optional<Entity> entity, long number) throws OperatorException, InterruptedException;
    }

    /** Some work, and the number of the first of the entities it is for. */
    @FunctionalInterface
    private interface Batches {
        List<Entities> answers(List<Entity> entities, long first) throws OperatorException, InterruptedException;
    }

    /** What is done for several entities at once. Called by several threads at a time. */
    @FunctionalInterface
    public interface BatchWork {

        /**
         * Asks a service, and gives what it answered: a stream per entity, in their order. A stream that throws an {@link
         * EntityException} gives up its own entity only.
         *
         * @param entities entities of the input; none without an input, where one stream is expected
         * @throws EntityException if none of these entities can be processed
         * @throws OperatorException if no other can either
         * @throws InterruptedException as soon as the run is cancelled
         */
        List<Entities> answers(List<Entity> entities) throws OperatorException, InterruptedException;
    }

    private final Caller caller;
    private final RunContext context;
    private final Batches work;
    private final int batchSize;
    private final Carry carry;
    private final Iterator<Entities> inputs;
    private final Deque<Asked> underWay = new ArrayDeque<>();
    private @Nullable Entities input;
    private @Nullable Asked current;
    private boolean once;
    private long begun;

    /** Answers to the entities of {@code inputs}. */
    public PerEntity(Inputs inputs, Caller caller, Work work) {
        this(inputs, caller, (entity, number) -> work.answers(entity));
    }

    /** Answers to the entities of {@code inputs}, which are numbered. */
    public PerEntity(Inputs inputs, Caller caller, NumberedWork work) {
        this(
                inputs,
                caller,
                1,
                (entities, number) -> List.of(work.answers(entities.stream().findFirst(), number)));
    }

    /**
     * Answers to the entities of {@code inputs}, which are asked for in batches.
     *
     * @param batchSize how many entities a batch has; the last one may have fewer
     */
    public PerEntity(Inputs inputs, Caller caller, int batchSize, BatchWork work) {
        this(inputs, caller, batchSize, (entities, first) -> work.answers(entities));
    }

    private PerEntity(Inputs inputs, Caller caller, int batchSize, Batches work) {
        this.caller = caller;
        this.context = caller.context();
        this.batchSize = batchSize;
        this.work = work;
        this.carry = new Carry(caller.calls());
        this.inputs = inputs.streams().iterator();
        this.once = inputs.isEmpty();
    }

    /** Always empty: what a service answers is known only when it does. */
    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        while (true) {
            context.cancellation().check();
            Asked asked = current;
            if (asked == null) {
                begin();
                asked = underWay.poll();
                current = asked;
            }
            if (asked == null) {
                caller.tell();
                return null;
            }
            Entity entity = next(asked);
            if (entity != null) {
                return entity;
            }
            current = asked.goOn() ? asked : null;
        }
    }

    @Override
    public void close() throws OperatorException {
        Asked asked = current;
        current = null;
        underWay.forEach(Asked::giveUp);
        underWay.clear();
        if (asked != null) {
            asked.giveUp();
        }
        caller.tell();
    }

    /** The next entity of one answer; null at its end, or when the entity it answers was given up. */
    private @Nullable Entity next(Asked asked) throws OperatorException, InterruptedException {
        try {
            Entity entity = asked.answers().next();
            if (entity == null) {
                asked.answers().close();
                return null;
            }
            return carry.beside(asked.entity(), entity);
        } catch (EntityException e) {
            asked.skip();
            if (caller.calls().onError() == OnError.FAIL) {
                throw e;
            }
            context.reject(asked.entity(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Has as many pieces of work under way as there may be. */
    private void begin() throws OperatorException, InterruptedException {
        int parallel = caller.calls().parallel();
        while (underWay.size() < parallel) {
            List<Entity> batch = once ? List.of() : nextBatch();
            if (batch.isEmpty() && !once) {
                return;
            }
            once = false;
            long first = begun;
            begun += batch.size();
            var asked = new Asked(batch, entities -> work.answers(entities, first));
            underWay.add(asked);
            if (parallel == 1) {
                asked.run();
            } else {
                context.executor().execute(asked);
            }
        }
    }

    private List<Entity> nextBatch() throws OperatorException, InterruptedException {
        List<Entity> batch = new ArrayList<>();
        while (batch.size() < batchSize) {
            Entity entity = nextInput();
            if (entity == null) {
                break;
            }
            batch.add(entity);
        }
        return batch;
    }

    private @Nullable Entity nextInput() throws OperatorException, InterruptedException {
        while (true) {
            Entity entity = input == null ? null : input.next();
            if (entity != null || !inputs.hasNext()) {
                return entity;
            }
            input = inputs.next();
        }
    }
}
