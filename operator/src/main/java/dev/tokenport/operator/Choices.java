package dev.tokenport.operator;

import dev.tokenport.operator.ParameterType.EnumerationType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The constants of an enumeration, by the text that stands for each. Immutable.
 *
 * @param constants in the order of their declaration
 */
record Choices(Map<String, Object> constants) {

    /** The choices of an enum. */
    static Choices of(Class<?> enumeration) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : enumeration.getEnumConstants()) {
            constants.put(text(enumeration, ((Enum<?>) constant).name()), constant);
        }
        return new Choices(constants);
    }

    private static String text(Class<?> enumeration, String name) {
        try {
            Choice choice = enumeration.getField(name).getAnnotation(Choice.class);
            return choice == null ? name.toLowerCase(Locale.ROOT) : choice.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(enumeration + " has no constant " + name, e);
        }
    }

    /** Their texts as a type. */
    EnumerationType type() {
        return new EnumerationType(List.copyOf(constants.keySet()));
    }

    /** The constant of a text. */
    Object parse(String text) throws MismatchException {
        Object constant = constants.get(text);
        if (constant == null) {
            throw new MismatchException(neither(new ArrayList<>(constants.keySet())));
        }
        return constant;
    }

    private static String neither(List<String> choices) {
        String last = choices.remove(choices.size() - 1);
        return switch (choices.size()) {
            case 0 -> "is not " + last;
            case 1 -> "is neither " + choices.get(0) + " nor " + last;
            default -> "is none of " + String.join(", ", choices) + " and " + last;
        };
    }
}
