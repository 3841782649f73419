package dev.tokenport.silk.entity;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import java.util.regex.Pattern;
import org.silkframework.entity.ValueType;
import org.silkframework.entity.ValueType$;

/** A column of an output, and what all its values have been so far. For one thread. */
final class Column {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final String name;
    private Kind kind = Kind.NONE;

    /** What values are. Silk has no other types that JSON has, too. */
    private enum Kind {
        NONE,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        TEXT
    }

    Column(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Takes note of a value. */
    void add(Value value) {
        Kind other = kind(value);
        if (kind == Kind.NONE || kind == other) {
            kind = other;
        } else {
            boolean numbers = isNumber(kind) && isNumber(other);
            kind = numbers ? Kind.DECIMAL : Kind.TEXT;
        }
    }

    private static boolean isNumber(Kind kind) {
        return kind == Kind.INTEGER || kind == Kind.DECIMAL;
    }

    // A number with an exponent is a text: not all of Silk's types for numbers know these.
    private static Kind kind(Value value) {
        if (!(value instanceof Value.Text text)) {
            return Kind.TEXT;
        }
        if (text.type() == JsonType.BOOLEAN) {
            return Kind.BOOLEAN;
        }
        if (text.type() == JsonType.NUMBER && INTEGER.matcher(text.text()).matches()) {
            return Kind.INTEGER;
        }
        boolean decimal =
                text.type() == JsonType.NUMBER && DECIMAL.matcher(text.text()).matches();
        return decimal ? Kind.DECIMAL : Kind.TEXT;
    }

    /** What Silk calls them. */
    ValueType type() {
        ValueType$ all = ValueType$.MODULE$;
        return switch (kind) {
            case INTEGER -> all.INTEGER();
            case DECIMAL -> all.DECIMAL();
            case BOOLEAN -> all.BOOLEAN();
            case NONE, TEXT -> all.STRING();
        };
    }
}
