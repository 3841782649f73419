package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import dev.tokenport.workflow.WorkflowException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML file into elements. A document type is refused, so there are no entities but the five of XML, and nothing
 * outside the file is ever read. For one thread.
 */
final class XmlReader {

    private static final int DEEPEST = 50;
    private static final int MOST = 200_000;
    private static final String SHOWN_BEFORE_REASON = "Message: ";

    private final String file;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<XmlElement> root = Optional.empty();
    private int elements;

    /** An element whose end has not come yet. */
    private record Open(
            String name,
            Map<String, String> attributes,
            List<XmlElement> children,
            StringBuilder text,
            Position position) {

        XmlElement closed() {
            return new XmlElement(name, attributes, children, text.toString(), position);
        }
    }

    private XmlReader(String file) {
        this.file = file;
        this.problems = new Problems(file);
    }

    /**
     * Reads a file.
     *
     * @param file what messages call it
     * @throws WorkflowException with the place where it is no well-formed XML
     */
    static XmlElement read(String file, byte[] bytes) throws WorkflowException {
        return new XmlReader(file).read(bytes);
    }

    private XmlElement read(byte[] bytes) throws WorkflowException {
        try {
            XmlText text = XmlText.decode(bytes);
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text.text()));
            while (reader.hasNext()) {
                take(reader, reader.next(), text);
            }
            return root.orElseThrow(() -> fault(new Position(file, 1, 1), "the file is empty"));
        } catch (CharacterCodingException e) {
            throw fault(new Position(file, 1, 1), "the file is not in the encoding that it declares, or UTF-8");
        } catch (IllegalArgumentException e) {
            throw fault(new Position(file, 1, 1), "the file declares an encoding that is unknown");
        } catch (MissingResourceException e) {
            // Of some faults in a document type the JDK's parser has lost the text.
            throw fault(
                    new Position(file, 1, 1),
                    "this is no well-formed XML, and a document type (<!DOCTYPE …>) is not allowed");
        } catch (XMLStreamException e) {
            throw fault(at(e.getLocation()), "this is no well-formed XML: " + reason(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("the file refers to another one");
        });
        return factory;
    }

    private void take(XMLStreamReader reader, int event, XmlText text) throws WorkflowException {
        switch (event) {
            case XMLStreamConstants.DTD ->
                throw fault(at(reader.getLocation()), "a document type (<!DOCTYPE …>) is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw fault(at(reader.getLocation()), "the entity '&" + reader.getLocalName() + ";' is unknown");
            case XMLStreamConstants.START_ELEMENT -> begin(reader, text.tag(file, reader.getLocation()));
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty()) {
                    open.element().text().append(reader.getText());
                }
            }
            default -> {
                // Comments, processing instructions, the beginning and the end say nothing here.
            }
        }
    }

    private void begin(XMLStreamReader reader, Position position) throws WorkflowException {
        if (open.size() == DEEPEST) {
            throw fault(position, "more than " + DEEPEST + " elements stand in each other");
        }
        elements++;
        if (elements > MOST) {
            throw fault(position, "the file has more than " + MOST + " elements");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.push(new Open(reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder(), position));
    }

    private void end() {
        XmlElement closed = open.pop().closed();
        if (open.isEmpty()) {
            root = Optional.of(closed);
        } else {
            open.element().children().add(closed);
        }
    }

    private Position at(Location location) {
        return new Position(file, Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
    }

    private WorkflowException fault(Position position, String message) {
        return problems.only(position, message);
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf(SHOWN_BEFORE_REASON);
        String reason = at < 0 ? message : message.substring(at + SHOWN_BEFORE_REASON.length());
        return reason.replaceAll("\\s+", " ").strip();
    }
}
