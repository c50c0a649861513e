package be.quartier.demo.fill;

import be.quartier.commune.Language;
import be.quartier.demo.region.Town;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.paper.Report;
import be.quartier.vouchers.campaigns.Regulation;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The regulation that an invented council voted, article by article, as the PDF a commune would attach to its campaign. */
@Component
class RegulationPaper {

    private static final int ARTICLES = 9;
    private static final int LATE_MONTHS = 3;
    private static final int PROOF_DAYS_BEFORE_END = 30;

    private final Texts texts;
    private final Clock clock;

    RegulationPaper(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** The regulation of a campaign about to be voted, in the language the town's administration writes first. */
    Regulation of(Town town, CampaignMaker.Wanted wanted) {
        Language language = town.languages().getFirst();
        Formats formats = Formats.of(language);
        var bytes = new ByteArrayOutputStream();
        String title = texts.text(language, "demo.regulation.title");
        var report =
                new Report(bytes, texts, new Report.Heading(town.name(language), title, language, clock.instant()));
        report.paragraph(texts.text(language, "demo.regulation.lead", wanted.decision(), town.name(language)));
        Object[] facts = {
            formats.euros(CampaignMaker.VOUCHER_CENTS),
            formats.date(wanted.validFrom()),
            formats.date(wanted.lastDay()),
            formats.date(wanted.validFrom().plusMonths(LATE_MONTHS)),
            formats.date(wanted.lastDay().minusDays(PROOF_DAYS_BEFORE_END)),
            formats.euros(wanted.budgetCents())
        };
        for (int article = 1; article <= ARTICLES; article++) {
            report.section(texts.text(language, "demo.regulation.article", article));
            report.paragraph(texts.text(language, "demo.regulation." + article, facts));
        }
        report.finish();
        return Regulation.of(texts.text(language, "demo.regulation.file"), bytes.toByteArray())
                .orElseThrow();
    }
}
