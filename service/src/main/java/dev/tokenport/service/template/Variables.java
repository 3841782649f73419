package dev.tokenport.service.template;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paths of an entity as a template sees them: the first value of each, as text, number, boolean or {@link Json}, and all
 * of them as {@link Paths}; what the template printed is collected here. A secret is revealed when the template names it.
 * For one rendering.
 */
final class Variables extends AbstractMap<String, Object> {

    /** The name under which a template's filters find this. */
    static final String SELF = "\uFDD2";

    /** The value of a path that has none, to be told from a null by its identity. */
    static final Value.Text MISSING = new Value.Text("null", JsonType.JSON);

    private static final int LONGEST_NUMBER = 100;

    /** Own instances, so that a missing value, a null and an empty text are told from each other. */
    private static final Object NOTHING = String.valueOf(new char[0]);

    private static final Object NULL = String.valueOf(new char[0]);

    private final @Nullable Entity entity;
    private final Redactor redactor;
    private final Paths paths = new Paths(this);
    private final List<Value.Text> printed = new ArrayList<>();
    private boolean revealed;

    /** JSON that is neither text nor number nor boolean. */
    record Json(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    /** A number that keeps its digits when it is printed. */
    private static final class Digits extends BigDecimal {

        private static final long serialVersionUID = 1L;

        private final String text;

        Digits(String text) {
            super(text);
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    Variables(@Nullable Entity entity, Redactor redactor) {
        this.entity = entity;
        this.redactor = redactor;
    }

    /** Remembers a printed value, and gives its number. */
    int print(@Nullable Object value) {
        printed.add(typed(value));
        return printed.size() - 1;
    }

    /** The printed value of this number. */
    Value.@Nullable Text printed(int number) {
        return number < printed.size() ? printed.get(number) : null;
    }

    /** Whether the template has named a secret. */
    boolean revealed() {
        return revealed;
    }

    /** Whether there is such a path. */
    boolean has(String path) {
        return entity != null && entity.schema().position(path) >= 0;
    }

    /** The first value of a path. */
    Object value(String path) {
        return entity == null ? NOTHING : entity.first(path).map(this::plain).orElse(NOTHING);
    }

    /** All values of a path, empty if it is none. */
    List<Object> all(String path) {
        List<Object> all = new ArrayList<>();
        if (entity != null) {
            entity.values(path).forEach(value -> all.add(plain(value)));
        }
        return all;
    }

    /** The paths, for people. */
    String known() {
        return entity == null
                ? "no data input is connected"
                : entity.schema().paths().stream()
                        .map(Schema.Path::name)
                        .collect(Collectors.joining(", ", "the entity has: ", ""));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return SELF.equals(key) || Paths.NAME.equals(key) || (key instanceof String name && has(name));
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (SELF.equals(key)) {
            return this;
        }
        if (Paths.NAME.equals(key)) {
            return paths;
        }
        return key instanceof String name && has(name) ? value(name) : null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("a template asks for names, not for all of them");
    }

    private Object plain(Value value) {
        if (value instanceof Value.SecretValue secret) {
            String text = secret.secret().reveal();
            redactor.add(text);
            revealed = true;
            return text;
        }
        var text = (Value.Text) value;
        return switch (text.type()) {
            case STRING -> text.text();
            case BOOLEAN -> Boolean.valueOf(text.text());
            case NUMBER -> number(text.text());
            case JSON -> text.text().equals("null") ? NULL : new Json(text.text());
        };
    }

    /** A number to reckon with, unless it would grow without bounds when somebody does. */
    private static Object number(String digits) {
        try {
            var number = new Digits(digits);
            return Math.abs((long) number.scale()) + number.precision() > LONGEST_NUMBER ? new Json(digits) : number;
        } catch (NumberFormatException e) {
            return new Json(digits);
        }
    }

    /** The value of what a template prints. */
    // A missing value is told from an empty text by its identity alone: to the engine both are empty texts.
    @SuppressWarnings("ReferenceEquality")
    static Value.Text typed(@Nullable Object value) {
        if (value == null || value == NOTHING) {
            return MISSING;
        }
        if (value == NULL) {
            return new Value.Text("null", JsonType.JSON);
        }
        if (value instanceof Number) {
            return new Value.Text(value.toString(), JsonType.NUMBER);
        }
        if (value instanceof Boolean) {
            return new Value.Text(value.toString(), JsonType.BOOLEAN);
        }
        return new Value.Text(value.toString(), value instanceof Json ? JsonType.JSON : JsonType.STRING);
    }
}
