package dev.tokenport.oauth2;

/**
 * The value of one member of an answer. Prints its kind only. Immutable.
 *
 * @param kind what it is
 * @param text a text decoded, anything else as it was written
 */
record Member(Kind kind, String text) {

    /** What a value is. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        JSON
    }

    static Member text(String text) {
        return new Member(Kind.TEXT, text);
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isNull() {
        return kind == Kind.NULL;
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
