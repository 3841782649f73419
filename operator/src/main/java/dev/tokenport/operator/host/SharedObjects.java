package dev.tokenport.operator.host;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of a run share, one object per type. Takes no lock once the object is there. Thread-safe; a factory may ask
 * for other types.
 */
public final class SharedObjects {

    private final Map<Class<?>, Slot> slots = new ConcurrentHashMap<>();

    /** Nothing yet. */
    public SharedObjects() {}

    /** The object of a type; made at the first call. */
    public <T> T of(Class<T> type, Supplier<T> factory) {
        Slot known = slots.get(type);
        Slot slot = known == null ? slots.computeIfAbsent(type, key -> new Slot()) : known;
        return type.cast(slot.value(factory));
    }

    private static final class Slot {

        private volatile @Nullable Object value;

        Object value(Supplier<?> factory) {
            Object made = value;
            return made == null ? make(factory) : made;
        }

        private synchronized Object make(Supplier<?> factory) {
            Object made = value;
            if (made == null) {
                made = factory.get();
                value = made;
            }
            return made;
        }
    }
}
