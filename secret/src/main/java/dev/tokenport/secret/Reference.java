package dev.tokenport.secret;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name for a text that stands elsewhere: {@code env:NAME}, {@code file:PATH}, {@code process:COMMAND} or {@code
 * encrypted:LITERAL}. Immutable.
 *
 * @param kind where the text stands
 * @param name the variable's name, the file's path, the command with its arguments, or the literal
 */
public record Reference(Kind kind, String name) {

    private static final String FORMS = "env:NAME, file:PATH, process:COMMAND or encrypted:LITERAL";
    private static final int SHOWN_OF_LITERAL = 8;

    /** Where a referenced text stands. */
    public enum Kind {
        /** An environment variable. */
        ENV,
        /** A file. */
        FILE,
        /** The first line that a command prints. */
        PROCESS,
        /** The reference itself: it holds the text, encrypted. */
        ENCRYPTED;

        // Of one character 'tokenport encrypt' makes 39 bytes, and Base64URL makes 52 characters of these.
        private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9_-]{52,}");

        /** What a reference of this kind begins with, such as {@code env:}. */
        String prefix() {
            return name().toLowerCase(Locale.ROOT) + ":";
        }

        /** Whether what it leads to is a secret wherever it is used; a variable or a file may hold anything. */
        boolean confidential() {
            return this == PROCESS || this == ENCRYPTED;
        }

        /** What is wrong with a name of this kind. */
        Optional<String> fault(String name) {
            if (name.isBlank()) {
                return Optional.of("the name is missing after " + prefix());
            }
            return switch (this) {
                case ENV, FILE -> Optional.empty();
                case PROCESS -> commandFault(name);
                case ENCRYPTED ->
                    LITERAL.matcher(name).matches()
                            ? Optional.empty()
                            : Optional.of("what follows encrypted: is not what 'tokenport encrypt' prints");
            };
        }

        private static Optional<String> commandFault(String name) {
            try {
                List<String> words = CommandWords.of(name);
                return words.get(0).isBlank()
                        ? Optional.of("the command after process: begins with an empty word")
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of("of the command after process: " + e.getMessage());
            }
        }
    }

    /** Checks the name. */
    public Reference {
        Objects.requireNonNull(kind);
        kind.fault(name).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /** A reference to the first line that a command prints; a word may hold anything. */
    public static Reference process(List<String> command) {
        return new Reference(Kind.PROCESS, CommandWords.text(command));
    }

    /**
     * Reads {@code env:NAME}, {@code file:PATH}, {@code process:COMMAND} or {@code encrypted:LITERAL}.
     *
     * @throws IllegalArgumentException if it is none of them; the message names the forms or the fault, and does
     *     <em>not</em> repeat the text, which may be a secret given in the clear by mistake
     */
    public static Reference parse(String text) {
        return kind(text)
                .map(kind -> new Reference(kind, text.substring(kind.prefix().length())))
                .orElseThrow(() -> new IllegalArgumentException("a secret is given as " + FORMS));
    }

    /** The kind of reference that a text begins as. */
    static Optional<Kind> kind(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The words of the command. */
    List<String> command() {
        return CommandWords.of(name);
    }

    /**
     * As it may be shown: a variable or a file as written, a command by its first word, a literal by its last characters.
     */
    @Override
    public String toString() {
        return kind.prefix()
                + switch (kind) {
                    case ENV, FILE -> name;
                    case PROCESS -> command().get(0) + (command().size() > 1 ? " …" : "");
                    case ENCRYPTED -> "…" + name.substring(name.length() - SHOWN_OF_LITERAL);
                };
    }
}
