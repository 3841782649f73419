package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML file; prints its name and position only, its text may be a password. Immutable.
 *
 * @param name the local name
 * @param attributes values by local name, in order
 * @param children the elements in it
 * @param text the characters in it, those of its children left out
 * @param position where it begins
 */
record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, String text, Position position) {

    /** Copies the collections. */
    XmlElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** The value of an attribute; empty if it is missing. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /** The children of a name. */
    Stream<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name().equals(child));
    }

    /** The first child of a name. */
    Optional<XmlElement> child(String child) {
        return children(child).findFirst();
    }

    @Override
    public String toString() {
        return name + "[" + position + "]";
    }
}
