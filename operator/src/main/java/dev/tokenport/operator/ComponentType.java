package dev.tokenport.operator;

import dev.tokenport.operator.ParameterType.BooleanType;
import dev.tokenport.operator.ParameterType.DurationType;
import dev.tokenport.operator.ParameterType.IntegerType;
import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.ParameterType.MultilineType;
import dev.tokenport.operator.ParameterType.NestedType;
import dev.tokenport.operator.ParameterType.PasswordType;
import dev.tokenport.operator.ParameterType.StringType;
import dev.tokenport.operator.ParameterType.UriType;
import dev.tokenport.secret.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the Java type of a component means: the type of its parameter, and how a raw value becomes its value. Immutable.
 *
 * @param type the type of the parameter
 * @param confidential whether its values are secret
 * @param absent the value of a component that is not given at all; empty if its type has none
 * @param conversion makes the value of a raw value; of nested parameters it is not called
 */
record ComponentType(ParameterType type, boolean confidential, Optional<Object> absent, Conversion conversion) {

    /** Makes a component's value. Stateless. */
    @FunctionalInterface
    interface Conversion {

        /** The value of a raw value that is a scalar or a mapping. */
        Object convert(RawValue raw) throws MismatchException;
    }

    /** Makes a component's value of a text. Stateless. */
    @FunctionalInterface
    private interface TextConversion {

        Object convert(String text) throws MismatchException;
    }

    /**
     * The meaning of a Java type, the type argument where it was an {@code Optional}.
     *
     * @throws IllegalArgumentException if it has none; the message is a predicate
     */
    static ComponentType of(Type type, boolean multiline) {
        if (type instanceof Class<?> plain) {
            return plain.isEnum() || plain.isRecord() ? declared(plain) : plain(plain, multiline);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            Type[] arguments = map.getActualTypeArguments();
            if (arguments[0] == String.class && (arguments[1] == String.class || arguments[1] == Secret.class)) {
                boolean confidential = arguments[1] == Secret.class;
                return new ComponentType(
                        new MapType(),
                        confidential,
                        Optional.of(Map.of()),
                        confidential ? MapValues::secrets : MapValues::texts);
            }
        }
        throw new IllegalArgumentException("has the type " + type.getTypeName() + ", which no parameter can have");
    }

    private static ComponentType declared(Class<?> type) {
        if (type.isEnum()) {
            Choices choices = Choices.of(type);
            return ofText(choices.type(), Optional.empty(), choices::parse);
        }
        ParameterList nested = ParameterList.of(type.asSubclass(Record.class));
        return new ComponentType(new NestedType(nested), false, Optional.empty(), raw -> raw);
    }

    private static ComponentType plain(Class<?> type, boolean multiline) {
        if (type == String.class) {
            return ofText(multiline ? new MultilineType(false) : new StringType(), Optional.of(""), text -> text);
        } else if (type == Secret.class) {
            ParameterType confidential = multiline ? new MultilineType(false) : new PasswordType();
            return new ComponentType(confidential, true, Optional.of(Secret.of("")), Texts::secret);
        } else if (type == RawValue.class) {
            return new ComponentType(new MultilineType(true), true, Optional.of(RawValue.of("")), raw -> raw);
        } else if (type == int.class || type == Integer.class) {
            return ofText(new IntegerType(), Optional.empty(), Texts::intNumber);
        } else if (type == long.class || type == Long.class) {
            return ofText(new IntegerType(), Optional.empty(), Texts::longNumber);
        } else if (type == boolean.class || type == Boolean.class) {
            return ofText(new BooleanType(), Optional.of(false), Texts::flag);
        } else if (type == Duration.class) {
            return ofText(new DurationType(), Optional.empty(), Texts::duration);
        } else if (type == URI.class) {
            return ofText(new UriType(), Optional.empty(), Texts::uri);
        }
        throw new IllegalArgumentException("has the type " + type.getTypeName() + ", which no parameter can have");
    }

    private static ComponentType ofText(ParameterType type, Optional<Object> absent, TextConversion conversion) {
        return new ComponentType(type, false, absent, raw -> conversion.convert(Texts.of(raw)));
    }
}
