package be.quartier.vouchers.campaigns.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.proof.ProofTerms;
import be.quartier.vouchers.reimbursements.OnTime;
import be.quartier.vouchers.reimbursements.Reimbursements;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What everyone may know of the commune's vouchers: what they are, who gets one, where and until when to spend it, and
 * whether shops are paid in time.
 */
@Controller
@RequestMapping("/{commune}/vouchers")
class PublicVouchers {

    private final Campaigns campaigns;
    private final Reimbursements reimbursements;
    private final Clock clock;

    PublicVouchers(Campaigns campaigns, Reimbursements reimbursements, Clock clock) {
        this.campaigns = campaigns;
        this.reimbursements = reimbursements;
        this.clock = clock;
    }

    @GetMapping
    @Allows(everyone = true)
    View show() {
        List<Campaign> open = campaigns.all().stream()
                .filter(campaign -> campaign.state() == CampaignState.OPEN)
                .toList();
        Map<UUID, OnTime> onTime = new HashMap<>();
        for (Campaign campaign : open) {
            reimbursements
                    .onTime(campaign.id())
                    .filter(figure -> figure.due() >= OnTime.PUBLIC_FROM)
                    .ifPresent(figure -> onTime.put(campaign.id(), figure));
        }
        // A regulation that is quoted but not attached has nothing to download.
        Set<UUID> attached = open.stream()
                .map(Campaign::id)
                .filter(id -> campaigns.regulation(id).isPresent())
                .collect(Collectors.toSet());
        Set<UUID> onProof = open.stream()
                .filter(campaign ->
                        ProofTerms.open(campaign, Brussels.today(clock)).isPresent())
                .map(Campaign::id)
                .collect(Collectors.toSet());
        return View.of(
                "vouchers/campaigns/public",
                Map.of("campaigns", open, "onTime", onTime, "attached", attached, "onProof", onProof));
    }

    @GetMapping("/regulations/{id}.pdf")
    @Allows(everyone = true)
    ResponseEntity<byte[]> regulation(@PathVariable UUID id) {
        // A draft is the administration's own; what was voted is everybody's.
        var shown = campaigns
                .find(id)
                .filter(campaign ->
                        campaign.state() != CampaignState.DRAFT && campaign.state() != CampaignState.CANCELLED)
                .flatMap(campaign -> campaigns.regulation(campaign.id()))
                .orElseThrow(() -> Problem.notFound().raised());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noCache())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(shown.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(shown.content());
    }
}
