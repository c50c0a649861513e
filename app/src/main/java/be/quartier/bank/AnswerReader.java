package be.quartier.bank;

import be.quartier.bank.AccountStatements.Batch;
import be.quartier.bank.AccountStatements.Detail;
import be.quartier.bank.AccountStatements.Entry;
import be.quartier.bank.AccountStatements.Statement;
import be.quartier.bank.BankAnswer.Unreadable;
import be.quartier.bank.BankAnswer.Why;
import be.quartier.bank.StatusReport.Line;
import be.quartier.bank.StatusReport.Payment;
import be.quartier.bank.StatusReport.Verdict;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads pain.002 and camt.053 of any version since 2009: only what every version says alike is used. */
final class AnswerReader implements BankXml.Pieces {

    private static final String REPORT = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";
    private static final String STATEMENT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    private static final Set<String> OPEN = Set.of("CstmrPmtStsRpt", "OrgnlPmtInfAndSts", "BkToCstmrStmt", "Stmt");
    private static final int AMOUNT_LENGTH_MAX = 20;

    private boolean report;
    private String messageId = "";
    private Optional<LocalDate> day = Optional.empty();
    private Optional<XmlNode> group = Optional.empty();
    private final List<Payment> payments = new ArrayList<>();
    private final List<XmlNode> block = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private String statementId = "";
    private String iban = "";

    private AnswerReader() {}

    static BankAnswer read(byte[] file) {
        AnswerReader reader = new AnswerReader();
        try {
            BankXml.read(file, OPEN, reader);
            return reader.answer();
        } catch (BankXml.Broken broken) {
            boolean other = "another kind of file".equals(broken.getMessage());
            return new Unreadable(other ? Why.OTHER_KIND : Why.BROKEN);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
            return new Unreadable(Why.INCOMPLETE);
        }
    }

    private BankAnswer answer() {
        if (!report) {
            return statements.isEmpty() ? new Unreadable(Why.INCOMPLETE) : new AccountStatements(statements);
        }
        Optional<String> original = group.flatMap(node -> node.text("OrgnlMsgId"));
        if (original.isEmpty() || messageId.isEmpty()) {
            return new Unreadable(Why.INCOMPLETE);
        }
        return new StatusReport(
                messageId,
                day.orElseThrow(() -> new IllegalArgumentException("no day")),
                original.get(),
                Verdict.of(group.flatMap(node -> node.text("GrpSts"))),
                group.flatMap(node -> node.reason("StsRsnInf")),
                payments);
    }

    @Override
    public boolean root(String namespace) {
        report = namespace.startsWith(REPORT);
        return report || namespace.startsWith(STATEMENT);
    }

    @Override
    public void begins(String name) {
        if (name.equals("OrgnlPmtInfAndSts")) {
            block.clear();
            lines.clear();
        } else if (name.equals("Stmt")) {
            entries.clear();
            statementId = "";
            iban = "";
        }
    }

    @Override
    public void piece(String parent, XmlNode node) {
        switch (parent + "/" + node.name()) {
            case "CstmrPmtStsRpt/GrpHdr" -> {
                messageId = node.text("MsgId").orElse("");
                day = node.text("CreDtTm").map(AnswerReader::day);
            }
            case "CstmrPmtStsRpt/OrgnlGrpInfAndSts" -> group = Optional.of(node);
            case "OrgnlPmtInfAndSts/TxInfAndSts" -> lines.add(line(node));
            case "Stmt/Id" -> statementId = node.text();
            case "Stmt/Acct" -> iban = node.text("Id", "IBAN").orElse("");
            case "Stmt/Ntry" -> {
                if (booked(node)) {
                    entries.add(entry(node));
                }
            }
            default -> {
                if (parent.equals("OrgnlPmtInfAndSts")) {
                    block.add(node);
                }
            }
        }
    }

    @Override
    public void ends(String name) {
        if (name.equals("OrgnlPmtInfAndSts")) {
            XmlNode all = new XmlNode(name, Optional.empty(), "", block);
            payments.add(new Payment(
                    all.text("OrgnlPmtInfId"), Verdict.of(all.text("PmtInfSts")), all.reason("StsRsnInf"), lines));
        } else if (name.equals("Stmt")) {
            statements.add(new Statement(statementId, iban, entries));
        }
    }

    private static Line line(XmlNode node) {
        return new Line(
                node.text("OrgnlEndToEndId"),
                Verdict.of(node.text("TxSts")),
                node.reason("StsRsnInf"),
                node.at("OrgnlTxRef", "Amt", "InstdAmt")
                        .map(AnswerReader::cents)
                        .orElse(OptionalLong.empty()));
    }

    /** Up to version 7 a word, since version 8 a code in a choice. */
    private static boolean booked(XmlNode entry) {
        return entry.text("Sts", "Cd")
                .or(() -> entry.text("Sts"))
                .filter("BOOK"::equals)
                .isPresent();
    }

    private static Entry entry(XmlNode node) {
        OptionalLong amount = node.at("Amt").map(AnswerReader::cents).orElse(OptionalLong.empty());
        LocalDate booked = node.text("BookgDt", "Dt")
                .or(() -> node.text("BookgDt", "DtTm"))
                .map(AnswerReader::day)
                .orElseThrow(() -> new IllegalArgumentException("no booking day"));
        List<XmlNode> transfers =
                node.all("NtryDtls").flatMap(details -> details.all("TxDtls")).toList();
        boolean alone = transfers.size() == 1;
        return new Entry(
                node.text("CdtDbtInd").filter("CRDT"::equals).isPresent(),
                node.text("RvslInd").filter("true"::equals).isPresent(),
                amount,
                booked,
                node.at("NtryDtls", "Btch").flatMap(AnswerReader::batch),
                transfers.stream()
                        .map(one -> detail(one, alone ? amount : OptionalLong.empty()))
                        .toList());
    }

    private static Optional<Batch> batch(XmlNode node) {
        return node.text("PmtInfId")
                .map(id ->
                        new Batch(id, node.at("TtlAmt").map(AnswerReader::cents).orElse(OptionalLong.empty())));
    }

    private static Detail detail(XmlNode node, OptionalLong otherwise) {
        Optional<XmlNode> own = node.at("Amt").or(() -> node.at("AmtDtls", "TxAmt", "Amt"));
        boolean sentBack = node.at("RtrInf").isPresent()
                || node.text("BkTxCd", "Domn", "Fmly", "SubFmlyCd")
                        .filter("RRTN"::equals)
                        .isPresent();
        return new Detail(
                node.text("Refs", "EndToEndId"),
                node.text("Refs", "PmtInfId"),
                own.map(AnswerReader::cents).orElse(otherwise),
                sentBack ? Optional.of(node.reason("RtrInf").orElse("RRTN")) : Optional.empty());
    }

    /** An amount in euro, exact in cents; empty in another currency. */
    private static OptionalLong cents(XmlNode amount) {
        if (!amount.currency().orElse("EUR").equals("EUR")) {
            return OptionalLong.empty();
        }
        if (amount.text().length() > AMOUNT_LENGTH_MAX) {
            throw new IllegalArgumentException("an amount is too long");
        }
        return OptionalLong.of(new BigDecimal(amount.text()).movePointRight(2).longValueExact());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    }
}
