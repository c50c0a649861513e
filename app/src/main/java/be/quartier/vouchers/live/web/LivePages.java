package be.quartier.vouchers.live.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.ledger.Move;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.live.CellKey;
import be.quartier.vouchers.live.Dimension;
import be.quartier.vouchers.live.Live;
import be.quartier.vouchers.live.LiveView;
import be.quartier.vouchers.live.LiveView.LiveCell;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard of a campaign, and behind each figure what it is made of. */
@Controller
@RequestMapping("/{commune}/vouchers/live")
class LivePages {

    private static final int ENTRIES_MAX = 200;

    private final Campaigns campaigns;
    private final Live live;
    private final LiveEntries entries;
    private final Labels labels;
    private final Clock clock;

    LivePages(Campaigns campaigns, Live live, LiveEntries entries, Labels labels, Clock clock) {
        this.campaigns = campaigns;
        this.live = live;
        this.entries = entries;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View choose(Commune commune) {
        List<Campaign> running =
                campaigns.all().stream().filter(LivePages::hasFigures).toList();
        return running.size() == 1
                ? View.redirect(path(commune, running.getFirst().id()))
                : View.of("vouchers/live/choose", Map.of("campaigns", running));
    }

    @GetMapping("/{id}")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View dashboard(@PathVariable UUID id) {
        var campaign = found(id);
        var view = live.look(campaign);
        return View.of(
                "vouchers/live/dashboard",
                Map.of(
                        "campaign",
                        campaign,
                        "live",
                        view,
                        "names",
                        labels.names(),
                        "chart",
                        SpendingChart.of(campaign, view)));
    }

    @GetMapping("/{id}/by/{dimension}")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View part(@PathVariable UUID id, @PathVariable String dimension, @RequestParam String part) {
        var campaign = found(id);
        var by = Dimension.of(dimension).orElseThrow(() -> Problem.notFound().raised());
        var view = live.look(campaign);
        var cell = shown(view, by, part);
        return View.of(
                "vouchers/live/part",
                Map.of(
                        "campaign", campaign,
                        "by", by,
                        "part", part,
                        "live", view,
                        "cell", cell,
                        "entries", by == Dimension.SHOP || by == Dimension.TIME ? of(campaign, by, part) : List.of(),
                        "names", labels.names()));
    }

    @GetMapping("/{id}/entries")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR})
    View all(@PathVariable UUID id) {
        var campaign = found(id);
        var list = entries.all(campaign.id(), Instant.EPOCH, clock.instant().plusSeconds(1), ENTRIES_MAX);
        return View.of("vouchers/live/entries", Map.of("campaign", campaign, "entries", list, "limit", ENTRIES_MAX));
    }

    private List<Move> of(Campaign campaign, Dimension by, String part) {
        if (by == Dimension.SHOP) {
            return entries.ofShop(campaign.id(), part, clock.instant().plusSeconds(1), ENTRIES_MAX);
        }
        int within = part.lastIndexOf(CellKey.WITHIN);
        if (within < 0) {
            return List.of();
        }
        try {
            var day = LocalDate.parse(part.substring(within + 1));
            return entries.all(campaign.id(), Brussels.startOf(day), Brussels.startOf(day.plusDays(1)), ENTRIES_MAX);
        } catch (DateTimeParseException notADay) {
            throw Problem.notFound().raised();
        }
    }

    private static LiveCell shown(LiveView view, Dimension by, String part) {
        var at = new String[] {"", "", "", ""};
        at[by.place()] = part;
        var key = CellKey.of(at);
        var cell = view.cells().get(key);
        if (part.isEmpty() || cell == null || !view.shown(key)) {
            throw Problem.notFound().raised();
        }
        return cell;
    }

    private Campaign found(UUID id) {
        return campaigns
                .find(id)
                .filter(LivePages::hasFigures)
                .orElseThrow(() -> Problem.notFound().raised());
    }

    static boolean hasFigures(Campaign campaign) {
        return switch (campaign.state()) {
            case OPEN, CLOSED, SETTLED -> true;
            case DRAFT, VOTED, SUBMITTED, CANCELLED -> false;
        };
    }

    static String path(Commune commune, UUID campaign) {
        return "/" + commune.slug() + "/vouchers/live/" + campaign;
    }
}
