package be.quartier.bank;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.bank.AccountStatements.Detail;
import be.quartier.bank.AccountStatements.Entry;
import be.quartier.bank.BankAnswer.Why;
import be.quartier.bank.StatusReport.Verdict;
import be.quartier.demo.bank.BankTwin;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is read from a bank's file, and what a hostile or broken one meets. */
class BankAnswerTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final BankTwin.Payment FIRST = new BankTwin.Payment("QFIRST-1", 12_34, "Boulangerie Test");
    private static final BankTwin.Payment SECOND = new BankTwin.Payment("QSECOND-1", 99_999_99, "Librairie Test");
    private static final BankTwin.Order ORDER =
            new BankTwin.Order("QMESSAGE-1", "QMESSAGE-1-1", "BE68539007547034", DAY, List.of(FIRST, SECOND));

    @Test
    void aReportSaysWhichPaymentsWereRefusedAndWhy() {
        var report =
                (StatusReport) BankAnswer.read(BankTwin.report(ORDER, List.of(new BankTwin.Returned(FIRST, "AC04"))));
        assertThat(report.originalMessageId()).isEqualTo("QMESSAGE-1");
        assertThat(report.day()).isEqualTo(DAY);
        assertThat(report.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.paymentId()).hasValue("QMESSAGE-1-1");
            assertThat(payment.lines())
                    .containsExactly(new StatusReport.Line(
                            Optional.of("QFIRST-1"), Verdict.REJECTED, Optional.of("AC04"), OptionalLong.of(12_34)));
        });
    }

    @Test
    void theTwinsReportObeysTheSchema() throws Exception {
        for (var refused : List.of(List.<BankTwin.Returned>of(), List.of(new BankTwin.Returned(FIRST, "AC04")))) {
            Schemas.validate(BankTwin.report(ORDER, refused), "pain.002.001.10.xsd");
        }
    }

    @Test
    void aStatementGivesSumsAndReturns() {
        var paid = (AccountStatements) BankAnswer.read(BankTwin.paid(ORDER));
        Entry sum = paid.statements().getFirst().entries().getFirst();
        assertThat(sum.credit()).isFalse();
        assertThat(sum.amountCents()).hasValue(100_012_33);
        assertThat(sum.batch()).hasValue(new AccountStatements.Batch("QMESSAGE-1-1", OptionalLong.of(100_012_33)));
        assertThat(paid.statements().getFirst().iban()).isEqualTo("BE68539007547034");
        var back = (AccountStatements)
                BankAnswer.read(BankTwin.returned(ORDER, List.of(new BankTwin.Returned(SECOND, "MD07"))));
        Entry entry = back.statements().getFirst().entries().getFirst();
        assertThat(entry.credit()).isTrue();
        assertThat(entry.details())
                .containsExactly(new Detail(
                        Optional.of("QSECOND-1"), Optional.empty(), OptionalLong.of(99_999_99), Optional.of("MD07")));
    }

    @Test
    void anOlderVersionWhoseStatusIsAWordIsReadAndWhatIsNotBookedIsNot() {
        String entry = "<Ntry><Amt Ccy=\"%s\">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>%s</Sts>"
                + "<BookgDt><DtTm>2026-11-20T10:00:00</DtTm></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>X</EndToEndId>"
                + "</Refs></TxDtls></NtryDtls></Ntry>";
        var read = (AccountStatements) BankAnswer.read(statement(entry.formatted("EUR", "1.5", "BOOK")
                + entry.formatted("EUR", "2.00", "PDNG")
                + entry.formatted("USD", "3.00", "BOOK")));
        assertThat(read.statements().getFirst().entries())
                .extracting(Entry::amountCents)
                .containsExactly(OptionalLong.of(1_50), OptionalLong.empty());
    }

    @Test
    void whatReachesOutsideTheFileOrGrowsIsNotRead() {
        String external = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String growing = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        String body =
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>%s</Id>"
                        + "</Stmt></BkToCstmrStmt></Document>";
        assertThat(why(external + body.formatted("&x;"))).isEqualTo(Why.BROKEN);
        assertThat(why(growing + body.formatted("&b;"))).isEqualTo(Why.BROKEN);
        assertThat(why(body.formatted("x".repeat(3_000)))).isEqualTo(Why.BROKEN);
        assertThat(why(body.formatted("<a>".repeat(60) + "</a>".repeat(60)))).isEqualTo(Why.BROKEN);
        assertThat(BankAnswer.read(new byte[BankAnswer.BYTES_MAX + 1]))
                .isEqualTo(new BankAnswer.Unreadable(Why.TOO_LARGE));
    }

    @Test
    void anotherKindOfFileOrHalfAFileIsNamed() {
        assertThat(why("no xml")).isEqualTo(Why.BROKEN);
        assertThat(why("<html><body/></html>")).isEqualTo(Why.OTHER_KIND);
        assertThat(why("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>"))
                .isEqualTo(Why.INCOMPLETE);
        byte[] whole = BankTwin.paid(ORDER);
        assertThat(why(new String(whole, 0, whole.length / 2, StandardCharsets.UTF_8)))
                .isEqualTo(Why.BROKEN);
        assertThat(why(new String(
                        statement("<Ntry><Amt Ccy=\"EUR\">1.234</Amt><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt>"
                                + "</BookgDt></Ntry>"),
                        StandardCharsets.UTF_8)))
                .as("a third of a cent")
                .isEqualTo(Why.INCOMPLETE);
    }

    private static byte[] statement(String entries) {
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id>"
                        + "<IBAN>BE68539007547034</IBAN></Id></Acct>" + entries + "</Stmt></BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Why why(String file) {
        return ((BankAnswer.Unreadable) BankAnswer.read(file.getBytes(StandardCharsets.UTF_8))).why();
    }
}
