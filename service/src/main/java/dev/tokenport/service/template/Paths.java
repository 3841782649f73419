package dev.tokenport.service.template;

import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;

/**
 * What the name {@code entity} stands for in a template: all paths, of which one is taken by its name, whatever characters
 * that has. It is no value itself, and every attempt to make a text of it fails.
 */
final class Paths {

    /** The name in templates. */
    static final String NAME = "entity";

    private final Variables variables;

    Paths(Variables variables) {
        this.variables = variables;
    }

    /** The first value of a path. */
    Object first(String path, String file, int line) {
        check(path, file, line);
        return variables.value(path);
    }

    /** All values of a path. */
    Iterable<Object> all(String path, String file, int line) {
        check(path, file, line);
        return variables.all(path);
    }

    /** What is wrong with a template that takes this for a value. */
    IllegalArgumentException noValue() {
        return new IllegalArgumentException(
                "'" + NAME + "' stands for all paths and is no value; name a path, as in " + NAME + "[\"path\"]");
    }

    /** Fails, so that no filter or operator makes a text of this. */
    @Override
    public String toString() {
        throw noValue();
    }

    private void check(String path, String file, int line) {
        if (!variables.has(path)) {
            throw new RootAttributeNotFoundException(null, "unknown", path, line, file);
        }
    }
}
