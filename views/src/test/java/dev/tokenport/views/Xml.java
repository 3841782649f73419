package dev.tokenport.views;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Looks into SVG, which a parser has read. */
public final class Xml {

    private Xml() {}

    /** Fails if it is not well-formed. */
    public static Document parse(String xml) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(null);
        return parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The texts of the text elements of a class. */
    public static List<String> texts(Document svg, String style) {
        return elements(svg, "text").stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(style))
                .map(Element::getTextContent)
                .toList();
    }

    /** The text of the first element of a name. */
    public static String text(Document svg, String name) {
        return elements(svg, name).get(0).getTextContent();
    }

    /** The titles that stand in elements of a name. */
    public static List<String> titles(Document svg, String parent) {
        return elements(svg, "title").stream()
                .filter(title -> title.getParentNode().getNodeName().equals(parent))
                .map(Element::getTextContent)
                .toList();
    }

    /** The names of all attributes. */
    public static Set<String> attributes(Document svg) {
        Set<String> names = new TreeSet<>();
        for (Element element : elements(svg, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getAttributes().item(i).getNodeName());
            }
        }
        return names;
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
