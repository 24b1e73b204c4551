package org.openplr.edge.batch;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML document from its root's first child to its last, one after the other. It asks nobody outside, knows no DTD and
 * so no entity that grows, and gives up where more is nested in one child than any form has.
 */
final class XmlReading {
    private static final int DEEPEST = 8;
    private static final int MOST_WITHIN = 1_000;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final String opened;
    private int within;

    /** Begins to read. */
    XmlReading(byte[] content) throws XMLStreamException {
        this(content, "");
    }

    /** @param opened a child of the root of which the children are read as if they were the root's */
    XmlReading(byte[] content, String opened) throws XMLStreamException {
        this.reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
        this.opened = opened;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing from outside is read");
        });
        return factory;
    }

    /** A document that is XML, but not such as is read here. */
    static final class Unwanted extends XMLStreamException {
        private final String code;

        private Unwanted(String code, XMLStreamReader reader) {
            super(code, reader.getLocation());
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The root, without what is in it. */
    XmlElement root() throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT)
            if (reader.getEventType() == XMLStreamConstants.DTD) throw new Unwanted("xml-doctype", reader);
        return new XmlElement(namespace(), reader.getLocalName(), line(), "", attributes());
    }

    /** The root's next child with all that is in it; empty at the end, when the document has been read whole. */
    Optional<XmlElement> next() throws XMLStreamException {
        while (reader.hasNext())
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && !reader.getLocalName().equals(opened)) {
                within = 0;
                return Optional.of(element(1));
            }
        return Optional.empty();
    }

    private XmlElement element(int depth) throws XMLStreamException {
        if (depth > DEEPEST || ++within > MOST_WITHIN) throw new Unwanted("xml-too-much", reader);
        var namespace = namespace();
        var name = reader.getLocalName();
        var line = line();
        var text = new StringBuilder();
        var inside = new ArrayList<>(attributes());
        while (reader.next() != XMLStreamConstants.END_ELEMENT)
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> inside.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {
                    // comments and processing instructions say nothing about a learner
                }
            }
        return new XmlElement(namespace, name, line, text.toString(), inside);
    }

    private List<XmlElement> attributes() throws XMLStreamException {
        var all = new ArrayList<XmlElement>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            var namespace = Objects.requireNonNullElse(reader.getAttributeNamespace(i), "");
            if (namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) continue;
            if (++within > MOST_WITHIN) throw new Unwanted("xml-too-much", reader);
            all.add(new XmlElement(
                    namespace, "@" + reader.getAttributeLocalName(i), line(), reader.getAttributeValue(i), List.of()));
        }
        return all;
    }

    private String namespace() {
        return Objects.requireNonNullElse(reader.getNamespaceURI(), "");
    }

    private int line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }
}
