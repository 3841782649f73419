package dev.tokenport.web.docs;

import java.util.Map;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Attributes that no Markdown has: the heading of a parameter can be linked to by its id, and a link to another site says
 * nothing of where it stands. Thread-safe.
 */
final class Attributes implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && !link.getDestination().startsWith("#")) {
            attributes.put("rel", "noopener noreferrer");
        } else if (node instanceof Heading && node.getLastChild() instanceof Code code) {
            attributes.put("id", "parameter-" + code.getLiteral());
        }
    }
}
