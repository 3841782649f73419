package dev.tokenport.web.docs;

import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/** What a link to another site says of where it stands: nothing. Thread-safe. */
final class LinkAttributes implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && !link.getDestination().startsWith("#")) {
            attributes.put("rel", "noopener noreferrer");
        }
    }
}
