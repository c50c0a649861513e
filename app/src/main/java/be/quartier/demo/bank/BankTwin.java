package be.quartier.demo.bank;

import be.quartier.money.Cents;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Plays the commune's bank: writes the status report (pain.002.001.10) and the account statements (camt.053.001.08) that answer
 * a payment file. The same question gets the same bytes.
 */
public final class BankTwin {

    private static final String SPACE = "urn:iso:std:iso:20022:tech:xsd:";

    private final XMLStreamWriter xml;

    private BankTwin(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** A payment as the bank got it. */
    public record Payment(String endToEndId, long cents, String creditor) {}

    /** A file as the bank got it: its references, the account it is paid from, the day it answers. */
    public record Order(String messageId, String paymentId, String debtorIban, LocalDate day, List<Payment> payments) {
        /** Copies the payments. */
        public Order {
            payments = List.copyOf(payments);
        }
    }

    /** A transfer that came back, and the bank's code for why. */
    public record Returned(Payment payment, String reason) {}

    private interface Content {
        void write(BankTwin twin) throws XMLStreamException;
    }

    /** A report on a file of which these payments were refused; the others are on their way. */
    public static byte[] report(Order order, List<Returned> refused) {
        return document("pain.002.001.10", twin -> twin.reportOn(order, refused));
    }

    /** The statement of a day on which the file was booked as one sum, beside a booking that is none of ours. */
    public static byte[] paid(Order order) {
        return document("camt.053.001.08", twin -> {
            twin.statement(order, "P");
            twin.sum(order);
            twin.other(order);
            twin.close(3);
        });
    }

    /** The statement of a day on which payments came back. */
    public static byte[] returned(Order order, List<Returned> returned) {
        return document("camt.053.001.08", twin -> {
            twin.statement(order, "R");
            for (Returned one : returned) {
                twin.back(order, one);
            }
            twin.close(3);
        });
    }

    private static byte[] document(String kind, Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(SPACE + kind);
            content.write(new BankTwin(xml));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("writing XML to memory failed", broken);
        }
        return bytes.toByteArray();
    }

    private void reportOn(Order order, List<Returned> refused) throws XMLStreamException {
        open("CstmrPmtStsRpt", "GrpHdr");
        element("MsgId", "TWIN" + order.messageId().substring(4));
        element("CreDtTm", order.day() + "T06:00:00");
        close(1);
        open("OrgnlGrpInfAndSts");
        element("OrgnlMsgId", order.messageId());
        element("OrgnlMsgNmId", "pain.001.001.09");
        element("GrpSts", refused.size() == order.payments().size() ? "RJCT" : refused.isEmpty() ? "ACSP" : "PART");
        close(1);
        open("OrgnlPmtInfAndSts");
        element("OrgnlPmtInfId", order.paymentId());
        for (Returned one : refused) {
            open("TxInfAndSts");
            element("OrgnlEndToEndId", one.payment().endToEndId());
            element("TxSts", "RJCT");
            open("StsRsnInf", "Rsn");
            element("Cd", one.reason());
            close(2);
            open("OrgnlTxRef", "Amt");
            amount("InstdAmt", one.payment().cents());
            close(3);
        }
        close(2);
    }

    private void statement(Order order, String kind) throws XMLStreamException {
        open("BkToCstmrStmt", "GrpHdr");
        element("MsgId", "TWIN" + kind + order.messageId().substring(5));
        element("CreDtTm", order.day() + "T20:00:00");
        close(1);
        open("Stmt");
        element("Id", kind + order.day());
        element("CreDtTm", order.day() + "T20:00:00");
        open("Acct", "Id");
        element("IBAN", order.debtorIban());
        close(2);
        open("Bal", "Tp", "CdOrPrtry");
        element("Cd", "CLBD");
        close(2);
        amount("Amt", 1_000_000_00L);
        element("CdtDbtInd", "CRDT");
        open("Dt");
        element("Dt", order.day().toString());
        close(2);
        // Bal is closed; the statement stays open for its entries.
    }

    private void sum(Order order) throws XMLStreamException {
        long total = order.payments().stream().mapToLong(Payment::cents).reduce(0, Math::addExact);
        entry(order, total, "DBIT", "ICDT", "ESCT");
        open("NtryDtls", "Btch");
        element("MsgId", order.messageId());
        element("PmtInfId", order.paymentId());
        element("NbOfTxs", Integer.toString(order.payments().size()));
        amount("TtlAmt", total);
        element("CdtDbtInd", "DBIT");
        close(3);
    }

    /** Somebody else's direct debit of the same day. */
    private void other(Order order) throws XMLStreamException {
        entry(order, 42_50, "DBIT", "RDDT", "ESDD");
        details("ELECTRICITY-11", 42_50, Optional.empty());
        close(1);
    }

    private void back(Order order, Returned returned) throws XMLStreamException {
        entry(order, returned.payment().cents(), "CRDT", "ICDT", "RRTN");
        details(returned.payment().endToEndId(), returned.payment().cents(), Optional.of(returned.reason()));
        close(1);
    }

    private void entry(Order order, long cents, String direction, String family, String kind)
            throws XMLStreamException {
        open("Ntry");
        amount("Amt", cents);
        element("CdtDbtInd", direction);
        open("Sts");
        element("Cd", "BOOK");
        close(1);
        open("BookgDt");
        element("Dt", order.day().toString());
        close(1);
        open("BkTxCd", "Domn");
        element("Cd", "PMNT");
        open("Fmly");
        element("Cd", family);
        element("SubFmlyCd", kind);
        close(3);
    }

    private void details(String endToEndId, long cents, Optional<String> reason) throws XMLStreamException {
        open("NtryDtls", "TxDtls", "Refs");
        element("EndToEndId", endToEndId);
        close(1);
        amount("Amt", cents);
        if (reason.isPresent()) {
            open("RtrInf", "Rsn");
            element("Cd", reason.get());
            close(2);
        }
        close(2);
    }

    private void amount(String name, long cents) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(Cents.of(cents).plain());
        xml.writeEndElement();
    }

    private void open(String... names) throws XMLStreamException {
        for (String name : names) {
            xml.writeStartElement(name);
        }
    }

    private void close(int count) throws XMLStreamException {
        for (int i = 0; i < count; i++) {
            xml.writeEndElement();
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
