package be.quartier.vouchers.closing.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.closing.OpenData;
import be.quartier.vouchers.closing.YearReport;
import be.quartier.vouchers.live.Live;
import be.quartier.vouchers.live.web.Labels;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The report for the council, and the open figures of campaigns that have ended. */
@Controller
@RequestMapping("/{commune}/vouchers")
class ReportPages {

    private final Campaigns campaigns;
    private final Live live;
    private final Labels labels;
    private final Texts texts;

    ReportPages(Campaigns campaigns, Live live, Labels labels, Texts texts) {
        this.campaigns = campaigns;
        this.live = live;
        this.labels = labels;
        this.texts = texts;
    }

    @GetMapping("/campaigns/{id}/report")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View page(@PathVariable UUID id) {
        var campaign = reported(id);
        return View.of("vouchers/closing/report", Map.of("campaign", campaign, "live", live.look(campaign)));
    }

    @GetMapping("/campaigns/{id}/report.pdf")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    ResponseEntity<byte[]> pdf(Commune commune, Language language, @PathVariable UUID id) {
        var report = report(reported(id), language);
        return file(report.pdf(commune), MediaType.APPLICATION_PDF, report.fileName(".pdf"));
    }

    @GetMapping("/campaigns/{id}/report.csv")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    ResponseEntity<byte[]> csv(Language language, @PathVariable UUID id) {
        var report = report(reported(id), language);
        return file(report.csv(), MediaType.parseMediaType("text/csv;charset=UTF-8"), report.fileName(".csv"));
    }

    @GetMapping("/open-data/{id}.csv")
    @Allows(everyone = true)
    ResponseEntity<byte[]> data(@PathVariable UUID id) {
        var campaign = ended(id);
        var data = new OpenData(campaign, live.look(campaign), labels.plain(texts, Language.FR));
        return file(data.csv(), MediaType.parseMediaType("text/csv;charset=UTF-8"), "vouchers.csv");
    }

    @GetMapping("/open-data/{id}.json")
    @Allows(everyone = true)
    ResponseEntity<byte[]> about(Commune commune, @PathVariable UUID id) {
        var campaign = ended(id);
        var data = new OpenData(campaign, live.look(campaign), labels.plain(texts, Language.FR));
        return file(data.json(commune), MediaType.APPLICATION_JSON, "vouchers.json");
    }

    private YearReport report(Campaign campaign, Language language) {
        return new YearReport(texts, language, campaign, live.look(campaign), labels.plain(texts, language));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-cache")
                .body(content);
    }

    private Campaign reported(UUID id) {
        return campaigns
                .find(id)
                .filter(campaign -> campaign.state() == CampaignState.OPEN || over(campaign))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    /** Open figures only of what has ended: nobody can then compare two days. */
    private Campaign ended(UUID id) {
        return campaigns
                .find(id)
                .filter(ReportPages::over)
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static boolean over(Campaign campaign) {
        return campaign.state() == CampaignState.CLOSED || campaign.state() == CampaignState.SETTLED;
    }
}
