package dev.tokenport.web.docs;

import gg.jte.Content;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes HTML of Markdown that plugins bring along, which nobody has looked through: HTML in it is shown as text, links lead to
 * web sites or within the page, pictures are their texts. Thread-safe.
 */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> new Attributes())
            .build();

    private Markdown() {}

    /** The text as HTML. */
    public static Content html(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Tamed());
        String html = RENDERER.render(document);
        return output -> output.writeContent(html);
    }

    /** Takes out what leads elsewhere or loads something. */
    private static final class Tamed extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!isAllowed(link.getDestination())) {
                unwrap(link);
            }
        }

        /** The title of the page is its only heading of the first level. */
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
            visitChildren(heading);
        }

        private static boolean isAllowed(String destination) {
            return destination.startsWith("https://")
                    || destination.startsWith("http://")
                    || destination.startsWith("#");
        }

        private static void unwrap(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }
    }
}
