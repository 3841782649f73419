package dev.tokenport.workflow.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tasks of a run share, one object per type. Thread-safe; a factory may ask for other types. */
final class SharedObjects {

    private final Map<Class<?>, Slot> slots = new ConcurrentHashMap<>();

    <T> T of(Class<T> type, Supplier<T> factory) {
        return type.cast(slots.computeIfAbsent(type, key -> new Slot()).value(factory));
    }

    private static final class Slot {

        private @Nullable Object value;

        synchronized Object value(Supplier<?> factory) {
            Object made = value;
            if (made == null) {
                made = factory.get();
                value = made;
            }
            return made;
        }
    }
}
