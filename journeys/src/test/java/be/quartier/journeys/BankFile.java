package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A payment file as a bank would look at it. */
final class BankFile {

    private static final String SCHEMA = "pain.001.001.09.xsd";
    private static final String SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final Document document;

    private BankFile(Document document) {
        this.document = document;
    }

    /** Reads it, and checks it against the official schema where that lies beside the repository. */
    static BankFile read(Path file) throws Exception {
        Path schema = Path.of(System.getProperty("quartier.shared", "../../shared/data"), "sepa", SCHEMA);
        if (Files.exists(schema)) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema.toFile())
                    .newValidator()
                    .validate(new StreamSource(file.toFile()));
        } else {
            System.out.println("Not checked against the official schema, which is not there: " + schema);
        }
        var reader = DocumentBuilderFactory.newInstance();
        reader.setNamespaceAware(true);
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return new BankFile(reader.newDocumentBuilder().parse(file.toFile()));
    }

    /** It pays this sum, its own sums agree with its lines, and every line says who, where to and why. */
    void pays(String euros) {
        List<Element> lines = all("CdtTrfTxInf");
        BigDecimal sum = lines.stream()
                .map(line -> new BigDecimal(first(line, "InstdAmt").getTextContent()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(euros);
        assertThat(all("CtrlSum"))
                .isNotEmpty()
                .allSatisfy(total ->
                        assertThat(new BigDecimal(total.getTextContent())).isEqualByComparingTo(sum));
        assertThat(all("NbOfTxs"))
                .isNotEmpty()
                .allSatisfy(count -> assertThat(count.getTextContent()).isEqualTo(Integer.toString(lines.size())));
        assertThat(lines).allSatisfy(line -> {
            assertThat(first(line, "InstdAmt").getAttribute("Ccy")).isEqualTo("EUR");
            assertThat(first(line, "EndToEndId").getTextContent()).isNotBlank();
            assertThat(first(line, "IBAN").getTextContent()).matches("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}");
            assertThat(first(line, "RmtInf").getTextContent()).isNotBlank();
        });
        assertThat(all("PstlAdr")).isEmpty();
    }

    private List<Element> all(String name) {
        return elements(document.getElementsByTagNameNS(SPACE, name));
    }

    private static Element first(Element in, String name) {
        return Objects.requireNonNull(
                elements(in.getElementsByTagNameNS(SPACE, name)).getFirst());
    }

    private static List<Element> elements(org.w3c.dom.NodeList nodes) {
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }
}
