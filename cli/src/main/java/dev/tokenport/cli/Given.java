package dev.tokenport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * What was given for an option or an argument, or what it is without. For one thread.
 *
 * @param <T> the type of its value
 */
final class Given<T extends @Nullable Object> implements IGetter, ISetter {

    private T value;

    Given(T without) {
        this.value = without;
    }

    T value() {
        return value;
    }

    /** As if it had been given. */
    void become(T other) {
        value = other;
    }

    // picocli's signatures; it asks and tells in the type in which it was told of the option.
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <V extends @Nullable Object> V get() {
        return (V) value;
    }

    // The same.
    @Override
    @SuppressWarnings("unchecked")
    public <V extends @Nullable Object> V set(V other) {
        value = (T) other;
        return other;
    }
}
