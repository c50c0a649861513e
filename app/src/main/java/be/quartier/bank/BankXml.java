package be.quartier.bank;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a bank's XML piece by piece. The file comes from outside: no document type, no entity and nothing beyond the file is
 * read, and depth, number of pieces and length of texts have limits.
 */
final class BankXml {

    private static final int DEPTH_MAX = 40;
    private static final int NODES_MAX = 1_000_000;
    private static final int TEXT_MAX = 2_000;

    private final XMLStreamReader xml;
    private final Set<String> open;
    private int nodes;

    private BankXml(XMLStreamReader xml, Set<String> open) {
        this.xml = xml;
        this.open = open;
    }

    /** Takes the pieces of a file in their order. */
    interface Pieces {

        /** The file's root, before anything in it; false when it is none of ours. */
        boolean root(String namespace);

        /** An opened element begins. */
        void begins(String name);

        /** A whole piece directly inside an opened element. */
        void piece(String parent, XmlNode node);

        /** An opened element ends. */
        void ends(String name);
    }

    /** What is wrong with a file; the message is for the log and names nothing of its content. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    /** @param open elements that are entered; every other one inside them is handed over whole */
    static void read(byte[] file, Set<String> open, Pieces pieces) throws Broken {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            factory.setXMLResolver((publicId, systemId, base, namespace) -> {
                throw new XMLStreamException("nothing outside the file is read");
            });
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            new BankXml(xml, open).document(pieces);
        } catch (XMLStreamException broken) {
            throw new Broken("not well-formed");
        }
    }

    private void document(Pieces pieces) throws XMLStreamException, Broken {
        List<String> path = new ArrayList<>();
        while (xml.hasNext()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (path.isEmpty() && !pieces.root(namespace())) {
                        throw new Broken("another kind of file");
                    }
                    if (path.isEmpty() || open.contains(name)) {
                        path.add(name);
                        pieces.begins(name);
                    } else {
                        pieces.piece(path.getLast(), node(path.size()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> pieces.ends(path.removeLast());
                default -> {}
            }
        }
    }

    private String namespace() {
        return Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    }

    private int next() throws XMLStreamException, Broken {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Broken("a document type or an entity");
        }
        return event;
    }

    private XmlNode node(int depth) throws XMLStreamException, Broken {
        if (depth > DEPTH_MAX || ++nodes > NODES_MAX) {
            throw new Broken("too deep or too large");
        }
        String name = xml.getLocalName();
        Optional<String> currency = Optional.ofNullable(xml.getAttributeValue(null, "Ccy"));
        List<XmlNode> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(node(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
                if (text.length() > TEXT_MAX) {
                    throw new Broken("a text is too long");
                }
            }
        }
        return new XmlNode(name, currency, text.toString().strip(), children);
    }
}
