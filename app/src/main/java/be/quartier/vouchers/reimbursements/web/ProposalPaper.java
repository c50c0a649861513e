package be.quartier.vouchers.reimbursements.web;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.paper.Report;
import be.quartier.vouchers.reimbursements.Run;
import be.quartier.vouchers.reimbursements.RunLine;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The list that goes with the mandate: every shop and amount, and who proposed and signed. The same run gives the same bytes. */
final class ProposalPaper {

    private final Texts texts;

    ProposalPaper(Texts texts) {
        this.texts = texts;
    }

    byte[] print(Run run, List<RunLine> lines, Commune commune, Language language) {
        Formats formats = Formats.of(language);
        var out = new ByteArrayOutputStream();
        String title = texts.text(language, "reimbursements.run.title", run.number());
        var report =
                new Report(out, texts, new Report.Heading(commune.name(language), title, language, run.createdAt()));
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact(texts.text(language, "reimbursements.total"), formats.euros(run.totalCents())));
        facts.add(new Report.Fact(
                texts.text(language, "reimbursements.proposed-by"),
                run.creatorName() + ", " + formats.dateTime(run.createdAt())));
        for (Run.Approval approval : run.approvals()) {
            facts.add(new Report.Fact(
                    texts.text(language, "reimbursements.step." + approval.step()),
                    approval.name() + ", " + formats.dateTime(approval.at())));
        }
        report.facts(facts);
        report.table(
                List.of(
                        new Report.Column(texts.text(language, "reimbursements.shop"), 4, false),
                        new Report.Column(texts.text(language, "reimbursements.account"), 4, false),
                        new Report.Column(texts.text(language, "reimbursements.communication"), 4, false),
                        new Report.Column(texts.text(language, "reimbursements.amount"), 2, true)),
                lines.stream()
                        .map(line -> List.of(
                                line.merchantName(),
                                line.iban().formatted(),
                                line.ogm().formatted(),
                                formats.euros(line.amountCents())))
                        .toList(),
                List.of(texts.text(language, "reimbursements.total"), "", "", formats.euros(run.totalCents())));
        report.finish();
        return out.toByteArray();
    }
}
