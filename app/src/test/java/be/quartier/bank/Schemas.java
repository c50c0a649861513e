package be.quartier.bank;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/** The official schemas: always the one on the test class path, and the shared copy beside the repository when it is there. */
public final class Schemas {

    private Schemas() {}

    /** Validates against every copy there is. @throws org.xml.sax.SAXException when one refuses */
    public static void validate(byte[] file, String name) throws Exception {
        for (Schema schema : all(name)) {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(file)));
        }
    }

    private static List<Schema> all(String name) throws Exception {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        List<Schema> schemas = new ArrayList<>();
        URL onClassPath = Objects.requireNonNull(Schemas.class.getResource("/" + name), name);
        schemas.add(factory.newSchema(onClassPath));
        String shared = System.getProperty("quartier.shared", "../../shared/data");
        Path beside = Path.of(shared).resolve("sepa").resolve(name);
        if (Files.exists(beside)) {
            schemas.add(factory.newSchema(beside.toFile()));
        }
        return schemas;
    }
}
