package dev.tokenport.cli;

import dev.tokenport.workflow.EngineFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that was given for an option, and where. Prints no text: it may be a secret that stands in the wrong place. Immutable.
 *
 * @param place the file, line and column where it stands, to begin a message with; empty if it stands in no file
 * @param label what it was given for, such as {@code --store}
 * @param text the text
 * @param folder where a relative path in it starts
 */
record Chosen(String place, String label, String text, Path folder) {

    private static final Path HERE = Path.of("");

    /** What was given on the command line, if it was. */
    static Optional<Chosen> option(String option, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> new Chosen("", option, given, HERE));
    }

    /** What a variable has, if it has something. */
    static Optional<Chosen> variable(World world, String name) {
        return world.environment()
                .variable(name)
                .filter(value -> !value.isEmpty())
                .map(value -> new Chosen("", name, value, HERE));
    }

    /** What stands in a file. */
    static Chosen of(EngineFile.Value value) {
        Path folder = Optional.ofNullable(value.file().getParent()).orElse(HERE);
        return new Chosen(value.file() + ":" + value.position() + ": ", value.key(), value.text(), folder);
    }

    /** What it is called in messages. */
    String name() {
        return place + label;
    }

    /** The same with another text. */
    Chosen with(String other) {
        return new Chosen(place, label, other, folder);
    }

    /** The path that it names. */
    Path path() {
        return folder.resolve(WorkflowArgument.path(name(), text));
    }

    @Override
    public String toString() {
        return name();
    }
}
