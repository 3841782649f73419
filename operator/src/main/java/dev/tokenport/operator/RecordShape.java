package dev.tokenport.operator;

import dev.tokenport.secret.SecretUnavailableException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A parameter record and the records embedded in it. Immutable. */
final class RecordShape {

    /** Stands for a value that there is not: pending, faulty or refused. */
    static final Object NOTHING = new Object();

    /** What a component of a record stands for. */
    sealed interface Part {

        /** One parameter. */
        record One(Component component) implements Part {}

        /** The parameters of a record. */
        record Many(RecordShape shape) implements Part {}
    }

    private final Class<? extends Record> record;
    private final List<Part> parts;

    /** Found when the first record is made: one that is only described need not be open to this module. */
    private volatile @Nullable Constructor<? extends Record> constructor;

    private RecordShape(Class<? extends Record> record, List<Part> parts) {
        this.record = record;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads the annotations of a record.
     *
     * @throws IllegalArgumentException if it is faulty; the message names the component
     */
    static RecordShape of(Class<? extends Record> record) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            parts.add(
                    component.isAnnotationPresent(Embedded.class)
                            ? new Part.Many(embedded(component))
                            : new Part.One(Component.of(component)));
        }
        return new RecordShape(record, parts);
    }

    private static RecordShape embedded(RecordComponent component) {
        if (!component.getType().isRecord()) {
            throw new IllegalArgumentException(component.getDeclaringRecord().getSimpleName() + "."
                    + component.getName() + " is embedded, but no record");
        }
        return of(component.getType().asSubclass(Record.class));
    }

    /** The record. */
    Class<? extends Record> record() {
        return record;
    }

    /** All components that hold a value, those of embedded records at their place. */
    List<Component> components() {
        List<Component> all = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.One one) {
                all.add(one.component());
            } else {
                all.addAll(((Part.Many) part).shape().components());
            }
        }
        return List.copyOf(all);
    }

    /**
     * Makes the record and those embedded in it, each of which all values are there.
     *
     * @param values a value for each of {@link #components}, in order, or {@link #NOTHING}
     * @param refused takes what a constructor refuses, or cannot read
     * @return the record, or {@link #NOTHING}
     */
    Object instance(Iterator<Object> values, Consumer<RuntimeException> refused) {
        Object[] arguments = new Object[parts.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    parts.get(i) instanceof Part.Many many ? many.shape().instance(values, refused) : values.next();
        }
        if (Arrays.asList(arguments).contains(NOTHING)) {
            return NOTHING;
        }
        try {
            return constructor().newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException
                    || e.getCause() instanceof SecretUnavailableException) {
                refused.accept((RuntimeException) e.getCause());
                return NOTHING;
            }
            throw new IllegalStateException("the constructor of " + record.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + record.getName(), e);
        }
    }

    private Constructor<? extends Record> constructor() throws NoSuchMethodException {
        Constructor<? extends Record> known = constructor;
        if (known == null) {
            known = canonical();
            constructor = known;
        }
        return known;
    }

    private Constructor<? extends Record> canonical() throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<? extends Record> canonical = record.getDeclaredConstructor(types);
        // Neither the record nor its constructor need be public.
        canonical.setAccessible(true);
        return canonical;
    }
}
