package dev.tokenport.operators.transform;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.OnError;
import dev.tokenport.service.template.Template;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entities of the inputs, each transformed when it is asked for. For one thread. */
final class TransformedEntities implements Entities {

    private final Recipe recipe;
    private final OnError onError;
    private final RunContext context;
    private final Iterator<Entities> inputs;
    private final Optional<Schema> schema;
    private @Nullable Entities input;
    private @Nullable Schema lastSchema;
    private @Nullable Layout lastLayout;

    TransformedEntities(Inputs inputs, Recipe recipe, OnError onError, RunContext context) {
        this.recipe = recipe;
        this.onError = onError;
        this.context = context;
        this.inputs = inputs.streams().iterator();
        this.schema = schema(inputs);
    }

    @Override
    public Optional<Schema> schema() {
        return schema;
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        while (true) {
            context.cancellation().check();
            Entity entity = nextInput();
            if (entity == null) {
                return null;
            }
            try {
                return transformed(entity);
            } catch (EntityException e) {
                if (onError == OnError.FAIL) {
                    throw e;
                }
                context.reject(Optional.of(entity), String.valueOf(e.getMessage()));
            }
        }
    }

    /** The inputs are closed by the runner. */
    @Override
    public void close() {}

    /** The schema of the output where that of the one input is known, and fits. */
    private Optional<Schema> schema(Inputs all) {
        if (all.streams().size() != 1) {
            return Optional.empty();
        }
        try {
            Optional<Schema> known = all.streams().get(0).schema();
            return known.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Layout.of(known.get(), recipe).output());
        } catch (EntityException e) {
            return Optional.empty(); // The first entity tells, if there is one.
        }
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

    private Entity transformed(Entity entity) throws EntityException {
        Layout layout = layout(entity.schema());
        List<List<Value>> values = new ArrayList<>(entity.values());
        values.addAll(recipe.constants().values());
        if (!recipe.templates().isEmpty()) {
            var seen = new Entity(entity.uri(), layout.seen(), values);
            for (Template template : recipe.templates().values()) {
                Optional<Value> value = template.value(seen, context.redactor());
                values.add(value.map(List::of).orElse(List.of()));
            }
        }
        List<List<Value>> output = new ArrayList<>();
        for (int source : layout.sources()) {
            output.add(source < 0 ? List.of() : values.get(source));
        }
        return new Entity(entity.uri(), layout.output(), output);
    }

    // Entities of one stream mostly share their schema, so that looking at the same one again is enough.
    @SuppressWarnings("ReferenceEquality")
    private Layout layout(Schema of) throws EntityException {
        Layout known = lastLayout;
        if (known == null || lastSchema != of) {
            known = Layout.of(of, recipe);
            lastSchema = of;
            lastLayout = known;
        }
        return known;
    }
}
