package be.quartier.bank;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads a pain.001.001.09 file as a severe bank would, from the guidelines and without one line of the writer's code.
 *
 * @param broken the rules that the file breaks, each with where
 * @param lines end-to-end reference, account, name and amount of each transfer
 */
public record RuleReader(List<String> broken, List<Line> lines) {

    /** One transfer. */
    public record Line(String id, String iban, String name, BigDecimal amount, String remittance) {}

    private static final String PLAIN = "[a-zA-Z0-9/\\-?:().,'+ ]+";
    private static final Set<String> WITH_LIMITED_LENGTH = Set.of("MsgId", "PmtInfId", "EndToEndId", "InstrId", "Ref");

    /** Reads a file; what is wrong with it is in {@link #broken}. */
    public static RuleReader read(byte[] file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getDocumentElement();
        var reader = new RuleReader(new ArrayList<>(), new ArrayList<>());
        reader.document(root);
        reader.characters(root);
        if (!new String(file, StandardCharsets.UTF_8).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")) {
            reader.broken.add("declaration");
        }
        return reader;
    }

    private void document(Element root) {
        rule("namespace", "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09".equals(root.getNamespaceURI()));
        Element message = only(root, "CstmrCdtTrfInitn");
        Element header = only(message, "GrpHdr");
        rule("initiating party named", !text(header, "InitgPty/Nm").isEmpty());
        rule("created at", text(header, "CreDtTm").matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}"));
        var seen = new HashSet<String>();
        BigDecimal all = BigDecimal.ZERO;
        int count = 0;
        for (Element payment : children(message, "PmtInf")) {
            List<Line> here = payment(payment, seen);
            BigDecimal sum = here.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            totals("PmtInf", payment, here.size(), sum);
            all = all.add(sum);
            count += here.size();
            lines.addAll(here);
        }
        totals("GrpHdr", header, count, all);
        rule("at most 10000 lines", count >= 1 && count <= 10_000);
        rule("no postal address", root.getElementsByTagNameNS("*", "PstlAdr").getLength() == 0);
    }

    private void totals(String where, Element at, int count, BigDecimal sum) {
        rule(where + " NbOfTxs", text(at, "NbOfTxs").equals(Integer.toString(count)));
        rule(where + " CtrlSum", text(at, "CtrlSum").equals(sum.setScale(2).toPlainString()));
    }

    private List<Line> payment(Element payment, Set<String> seen) {
        rule("TRF", text(payment, "PmtMtd").equals("TRF"));
        rule("BtchBookg", text(payment, "BtchBookg").matches("true|false"));
        rule("service level", text(payment, "PmtTpInf/SvcLvl/Cd").equals("SEPA"));
        rule("execution date", text(payment, "ReqdExctnDt/Dt").matches("\\d{4}-\\d{2}-\\d{2}"));
        rule("charges", text(payment, "ChrgBr").equals("SLEV"));
        rule("debtor named", name(text(payment, "Dbtr/Nm")));
        rule("debtor account", iban(text(payment, "DbtrAcct/Id/IBAN")));
        rule("debtor agent", text(payment, "DbtrAgt/FinInstnId/Othr/Id").equals("NOTPROVIDED"));
        List<Line> here = new ArrayList<>();
        for (Element transfer : children(payment, "CdtTrfTxInf")) {
            here.add(transfer(transfer, seen));
        }
        return here;
    }

    private Line transfer(Element transfer, Set<String> seen) {
        String id = text(transfer, "PmtId/EndToEndId");
        Element amount = at(transfer, "Amt/InstdAmt");
        String digits = amount == null ? "" : amount.getTextContent();
        boolean readable = digits.matches("\\d{1,9}\\.\\d{2}");
        rule("two decimals " + id, readable);
        rule("euro " + id, amount != null && amount.getAttribute("Ccy").equals("EUR"));
        BigDecimal euros = readable ? new BigDecimal(digits) : BigDecimal.ZERO;
        rule("above zero " + id, euros.signum() > 0);
        rule("unique " + id, seen.add(id));
        rule("creditor named " + id, name(text(transfer, "Cdtr/Nm")));
        rule("creditor account " + id, iban(text(transfer, "CdtrAcct/Id/IBAN")));
        String free = text(transfer, "RmtInf/Ustrd");
        String structured = text(transfer, "RmtInf/Strd/CdtrRefInf/Ref");
        rule("structured xor free " + id, free.isEmpty() != structured.isEmpty());
        rule("free at most 140 " + id, free.length() <= 140);
        if (!structured.isEmpty()) {
            rule(
                    "SCOR " + id,
                    text(transfer, "RmtInf/Strd/CdtrRefInf/Tp/CdOrPrtry/Cd").equals("SCOR"));
            rule("BBA " + id, text(transfer, "RmtInf/Strd/CdtrRefInf/Tp/Issr").equals("BBA"));
            rule("communication " + id, communication(structured));
        }
        return new Line(id, text(transfer, "CdtrAcct/Id/IBAN"), text(transfer, "Cdtr/Nm"), euros, free + structured);
    }

    /** Every text of the file: allowed characters; references: length and slashes. */
    private void characters(Element element) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                characters(inner);
            }
        }
        String text = element.getTextContent();
        if (leaf) {
            rule("characters of " + element.getLocalName(), text.matches(PLAIN) && text.equals(text.strip()));
        }
        if (leaf && WITH_LIMITED_LENGTH.contains(element.getLocalName())) {
            rule("length of " + element.getLocalName(), text.length() <= 35);
            rule("slashes of " + element.getLocalName(), !text.matches("/.*|.*/|.*//.*"));
        }
    }

    private static boolean name(String name) {
        return !name.isEmpty() && name.length() <= 70;
    }

    private static boolean communication(String digits) {
        if (!digits.matches("\\d{12}")) {
            return false;
        }
        long rest = Long.parseLong(digits.substring(0, 10)) % 97;
        return Long.parseLong(digits.substring(10)) == (rest == 0 ? 97 : rest);
    }

    private static boolean iban(String iban) {
        if (!iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        var number = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> number.append(Character.digit(c, 36)));
        boolean iso =
                new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
        if (!iban.startsWith("BE")) {
            return iso;
        }
        long rest = iban.length() == 16 ? Long.parseLong(iban.substring(4, 14)) % 97 : -1;
        return iso && Long.parseLong(iban.substring(14)) == (rest == 0 ? 97 : rest);
    }

    private void rule(String name, boolean holds) {
        if (!holds) {
            broken.add(name);
        }
    }

    private Element only(Element parent, String name) {
        List<Element> found = children(parent, name);
        rule("one " + name, found.size() == 1);
        return found.getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static @Nullable Element at(Element from, String path) {
        Element here = from;
        for (String step : path.split("/", -1)) {
            List<Element> next = children(here, step);
            if (next.size() != 1) {
                return null;
            }
            here = next.getFirst();
        }
        return here;
    }

    private static String text(Element from, String path) {
        Element found = at(from, path);
        return found == null ? "" : found.getTextContent();
    }
}
