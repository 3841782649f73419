package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import java.util.Optional;

/**
 * A variable of a project; prints no value. Immutable.
 *
 * @param name the name without its scope
 * @param value the value; what the template came to when the project was exported, if there is one
 * @param template the template that makes the value
 * @param sensitive whether the value is a secret
 * @param position where it stands
 */
public record ProjectVariable(
        String name, String value, Optional<String> template, boolean sensitive, Position position) {

    @Override
    public String toString() {
        return "ProjectVariable[" + name + "]";
    }
}
