package dev.tokenport.cmem.mapping;

import java.util.Optional;
import java.util.Set;

/** What becomes of one parameter of a CMEM task. Immutable. */
sealed interface Rule {

    /** The parameter's id in CMEM. */
    String id();

    /** The value that CMEM takes if there is none. */
    String standard();

    /** What becomes of it, in Markdown, for the page. */
    String told();

    /**
     * It is a parameter of our operator, too.
     *
     * @param standard the value that CMEM takes if there is none
     * @param target the id of our parameter
     * @param conversion how its value is written there
     */
    record Taken(String id, String standard, String target, Conversion conversion) implements Rule {

        @Override
        public String told() {
            return "`" + target + "`";
        }
    }

    /**
     * It becomes a part of something, together with others, which the kind knows how to make.
     *
     * @param standard the value that CMEM takes if there is none
     * @param told what becomes of it
     */
    record Joined(String id, String standard, String told) implements Rule {}

    /**
     * Our operator can do only what some values ask for; any other is a mistake.
     *
     * @param standard the value that CMEM takes if there is none
     * @param others further values that are fine
     * @param why what our operator cannot do
     */
    record Only(String id, String standard, Set<String> others, String why) implements Rule {

        /** Copies the set. */
        public Only {
            others = Set.copyOf(others);
        }

        @Override
        public String told() {
            return "only " + (standard.isEmpty() ? "empty" : "`" + standard + "`") + ": " + why;
        }

        boolean accepts(String value) {
            return value.equals(standard) || others.contains(value);
        }
    }

    /**
     * It changes nothing that arrives.
     *
     * @param harmless the value that needs no warning; empty if none does
     * @param why why it is left out
     */
    record Ignored(String id, Optional<String> harmless, String why) implements Rule {

        @Override
        public String standard() {
            return harmless.orElse("");
        }

        @Override
        public String told() {
            return "left out: " + why;
        }
    }

    /** A parameter with the same id and meaning. */
    static Rule same(String id, String standard) {
        return new Taken(id, standard, id, Conversion.NONE);
    }

    /** A parameter whose value is written in another way. */
    static Rule taken(String id, String standard, String target, Conversion conversion) {
        return new Taken(id, standard, target, conversion);
    }

    /** A parameter that becomes a part of something. */
    static Rule joined(String id, String standard, String told) {
        return new Joined(id, standard, told);
    }

    /** A parameter of which only the standard value will do. */
    static Rule only(String id, String standard, String why) {
        return new Only(id, standard, Set.of(), why);
    }

    /** A parameter of which only some values will do. */
    static Rule only(String id, String standard, Set<String> others, String why) {
        return new Only(id, standard, others, why);
    }

    /** A parameter that is left out without a word. */
    static Rule ignored(String id, String why) {
        return new Ignored(id, Optional.empty(), why);
    }

    /** A parameter that is left out, with a warning if its value is not the standard one. */
    static Rule ignored(String id, String standard, String why) {
        return new Ignored(id, Optional.of(standard), why);
    }
}
