package dev.tokenport.web.form;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** A part of a form: a field, or several under one heading. Immutable. */
public sealed interface Item {

    /** Its id in the page. */
    String id();

    /** Its name for people. */
    String label();

    /** What it is for. */
    Content description();

    /** Whether it is for the few. */
    boolean advanced();

    /** Whether something stands in the file for it. */
    boolean isSet();

    /** Whether it is a field. */
    default boolean isField() {
        return this instanceof Field;
    }

    /** It, if it is a field. */
    default Field field() {
        return (Field) this;
    }

    /** It, if it is a group. */
    default Group group() {
        return (Group) this;
    }

    /** How the value of a field is entered. */
    enum Kind {
        /** On one line. */
        LINE,
        /** A whole number, on one line. */
        NUMBER,
        /** On several lines. */
        LINES,
        /** As one of a few. */
        CHOICE,
        /** A password: never shown, and replaced as a whole by a reference. */
        SECRET,
        /** What may be a secret, on one line. */
        SECRET_LINE,
        /** What may be a secret, on several lines. */
        SECRET_LINES,
        /** In the file only. */
        FILE
    }

    /**
     * A field for one value.
     *
     * @param keys the keys that lead to the value from {@code parameters}
     * @param value what stands in the file, with references; empty for a secret
     * @param kept how a secret is kept, in words; or why the value can only be changed in the file
     * @param choices the texts to choose from
     * @param standard the default, empty for none
     * @param need when there must be a value, in words; empty for never
     * @param required whether there must be one as things are
     * @param delivered what may replace it, in words; empty for nothing
     */
    record Field(
            String id,
            List<String> keys,
            String label,
            Content description,
            Kind kind,
            boolean advanced,
            Optional<String> value,
            String kept,
            List<String> choices,
            String standard,
            String need,
            boolean required,
            String delivered)
            implements Item {

        /** Copies the lists. */
        public Field {
            keys = List.copyOf(keys);
            choices = List.copyOf(choices);
        }

        /** The same as an entry of a map. */
        Field called(String key) {
            return new Field(
                    id,
                    keys,
                    key,
                    output -> {},
                    kind,
                    advanced,
                    value,
                    kept,
                    choices,
                    standard,
                    need,
                    required,
                    delivered);
        }

        @Override
        public boolean isSet() {
            return value.isPresent() || kind == Kind.FILE;
        }

        /** What stands in the field. */
        public String text() {
            return value.orElse("");
        }

        /** Whether it is a secret. */
        public boolean isSecret() {
            return kind == Kind.SECRET || kind == Kind.SECRET_LINE || kind == Kind.SECRET_LINES;
        }

        /** Whether a value that is none of the choices stands in the file, such as a reference. */
        public boolean isOther() {
            return value.isPresent() && !choices.contains(value.get());
        }

        /** What the empty choice says. */
        public String unset() {
            return standard.isEmpty() ? "not set" : "default: " + standard;
        }

        /** The ids of what describes it. */
        public String describedBy() {
            return id + "-about " + id + "-fault";
        }
    }

    /**
     * Fields under one heading: nested parameters, or the entries of a map.
     *
     * @param keys the keys that lead to it from {@code parameters}
     * @param items what is in it
     * @param open whether entries can be added
     * @param confidential whether what is added is a secret
     */
    record Group(
            String id,
            List<String> keys,
            String label,
            Content description,
            boolean advanced,
            List<Item> items,
            boolean open,
            boolean confidential)
            implements Item {

        /** Copies the lists. */
        public Group {
            keys = List.copyOf(keys);
            items = List.copyOf(items);
        }

        @Override
        public boolean isSet() {
            return items.stream().anyMatch(Item::isSet);
        }
    }
}
