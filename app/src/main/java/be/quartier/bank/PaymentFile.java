package be.quartier.bank;

import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a payment order as pain.001.001.09, the customer credit transfer that Belgian banks take since March 2024.
 *
 * <p>On top of the schema: characters and lengths of SEPA, service level SEPA, charges SLEV, number and sum at both levels, no BIC
 * (the bank finds it), no postal address (unstructured ones are forbidden since 15 November 2026 and inside Europe none is needed).
 */
public final class PaymentFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final XMLStreamWriter xml;

    private PaymentFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The file, UTF-8; the same order gives the same bytes. */
    public static byte[] write(PaymentOrder order) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            new PaymentFile(xml).document(order);
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing XML to memory failed", broken);
        }
        return bytes.toByteArray();
    }

    private void document(PaymentOrder order) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        open("CstmrCdtTrfInitn");
        header(order);
        open("PmtInf");
        payment(order);
        for (PaymentLine line : order.lines()) {
            line(line);
        }
        close("PmtInf", "CstmrCdtTrfInitn", "Document");
        xml.writeEndDocument();
    }

    private void header(PaymentOrder order) throws XMLStreamException {
        open("GrpHdr");
        element("MsgId", order.messageId());
        element(
                "CreDtTm",
                order.madeAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")));
        totals(order);
        open("InitgPty");
        element("Nm", PaymentLine.requireName(order.debtorName()));
        if (order.debtorBce().isPresent()) {
            open("Id", "OrgId", "Othr");
            element("Id", order.debtorBce().get().digits());
            element("Issr", "KBO-BCE");
            close("Othr", "OrgId", "Id");
        }
        close("InitgPty", "GrpHdr");
    }

    private void payment(PaymentOrder order) throws XMLStreamException {
        element("PmtInfId", order.messageId() + "-1");
        element("PmtMtd", "TRF");
        element("BtchBookg", Boolean.toString(order.oneDebit()));
        totals(order);
        open("PmtTpInf", "SvcLvl");
        element("Cd", "SEPA");
        close("SvcLvl", "PmtTpInf");
        open("ReqdExctnDt");
        element("Dt", order.executeOn().toString());
        close("ReqdExctnDt");
        open("Dbtr");
        element("Nm", PaymentLine.requireName(order.debtorName()));
        close("Dbtr");
        open("DbtrAcct", "Id");
        element("IBAN", order.debtor().value());
        close("Id");
        element("Ccy", "EUR");
        close("DbtrAcct");
        open("DbtrAgt", "FinInstnId", "Othr");
        element("Id", "NOTPROVIDED");
        close("Othr", "FinInstnId", "DbtrAgt");
        element("ChrgBr", "SLEV");
    }

    private void line(PaymentLine line) throws XMLStreamException {
        open("CdtTrfTxInf", "PmtId");
        element("EndToEndId", line.id().value());
        close("PmtId");
        open("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(line.amount().plain());
        close("InstdAmt", "Amt");
        open("Cdtr");
        element("Nm", PaymentLine.requireName(line.creditorName()));
        close("Cdtr");
        open("CdtrAcct", "Id");
        element("IBAN", line.creditor().value());
        close("Id", "CdtrAcct");
        remittance(line.remittance());
        close("CdtTrfTxInf");
    }

    private void remittance(Remittance remittance) throws XMLStreamException {
        open("RmtInf");
        switch (remittance) {
            case Remittance.Structured(var ogm) -> {
                open("Strd", "CdtrRefInf", "Tp", "CdOrPrtry");
                element("Cd", "SCOR");
                close("CdOrPrtry");
                element("Issr", "BBA");
                close("Tp");
                element("Ref", ogm.digits());
                close("CdtrRefInf", "Strd");
            }
            case Remittance.Text text -> element("Ustrd", text.plain());
        }
        close("RmtInf");
    }

    private void totals(PaymentOrder order) throws XMLStreamException {
        element("NbOfTxs", Integer.toString(order.lines().size()));
        element("CtrlSum", order.total().plain());
    }

    private void open(String... names) throws XMLStreamException {
        for (String name : names) {
            xml.writeStartElement(name);
        }
    }

    /** Takes the names for the reader's sake only; the writer knows what is open. */
    private void close(String... names) throws XMLStreamException {
        for (int i = 0; i < names.length; i++) {
            xml.writeEndElement();
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
