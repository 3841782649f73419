package dev.tokenport.operator;

import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands for a secret as long as a record is bound only to see whether its constructor takes it. */
final class Unread {

    private static final Value SECRET = Value.of(Secret.from("not known yet", () -> {
        throw new SecretUnavailableException("a secret is read only when the task starts", new NotYet());
    }));

    /** The cause of a failure that means nothing, since the secret may be there later. */
    private static final class NotYet extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    private Unread() {}

    /** Whether something failed only because a secret was not read. */
    static boolean caused(Throwable failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof NotYet) {
                return true;
            }
        }
        return false;
    }

    /**
     * The argument for a component, its secrets unread; {@link RecordShape#NOTHING} if it is not known.
     *
     * @param raw its raw value, empty if there is none
     * @param bound the argument as it was bound
     */
    static Object argument(Component component, Optional<RawValue> raw, Object bound) throws MismatchException {
        Object argument = known(component, raw, bound);
        return component.independent() && RecordShape.NOTHING.equals(argument) && isPending(raw)
                ? component.untouched()
                : argument;
    }

    private static boolean isPending(Optional<RawValue> raw) {
        return raw.filter(Pending.class::isInstance).isPresent();
    }

    private static Object known(Component component, Optional<RawValue> raw, Object bound) throws MismatchException {
        if (raw.isEmpty() || bound.equals(Optional.empty())) {
            return bound;
        }
        boolean confidential = component.description().confidential();
        boolean keysUnknown =
                component.description().type() instanceof MapType && !(raw.get() instanceof RawValue.Mapping);
        if (!confidential || keysUnknown) {
            return isKnown(raw.get()) ? bound : RecordShape.NOTHING;
        }
        if (RecordShape.NOTHING.equals(bound) && isKnown(raw.get())) {
            return bound;
        }
        Optional<RawValue> unread = unread(raw.get());
        return unread.isEmpty() ? RecordShape.NOTHING : component.convert(unread.get());
    }

    private static boolean isKnown(RawValue raw) {
        return raw instanceof RawValue.Mapping mapping
                ? mapping.entries().values().stream().allMatch(Unread::isKnown)
                : raw instanceof RawValue.Scalar;
    }

    /** The value without the contents of its secrets; empty if there may be none. */
    private static Optional<RawValue> unread(RawValue raw) {
        if (raw instanceof RawValue.Mapping mapping) {
            Map<String, RawValue> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> unread(entry).ifPresent(value -> entries.put(key, value)));
            return entries.size() == mapping.entries().size()
                    ? Optional.of(new RawValue.Mapping(entries))
                    : Optional.empty();
        }
        if (raw instanceof Pending pending) {
            return pending.delivery() == Pending.Delivery.CERTAIN
                    ? Optional.of(new RawValue.Scalar(SECRET))
                    : Optional.empty();
        }
        boolean secret = raw instanceof RawValue.Scalar scalar && scalar.value() instanceof SecretValue;
        return Optional.of(secret ? new RawValue.Scalar(SECRET) : raw);
    }
}
