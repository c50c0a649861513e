package be.quartier.vouchers.live.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.GuardedAccount;
import be.quartier.ledger.Transfers;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.web.PeopleNames;
import be.quartier.vouchers.live.HouseholdView;
import be.quartier.vouchers.live.HouseholdViews;
import be.quartier.vouchers.live.HouseholdVoucher;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One household, with a written reason and for half an hour; and the list of all such looks for the auditor. */
@Controller
@RequestMapping("/{commune}/vouchers/live")
class HouseholdPages {

    private static final int TRANSFERS_MAX = 200;
    private static final int LOOKS_MAX = 500;

    private final HouseholdViews views;
    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Transfers transfers;
    private final PeopleNames people;

    HouseholdPages(
            HouseholdViews views, Campaigns campaigns, Accounts accounts, Transfers transfers, PeopleNames people) {
        this.views = views;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.transfers = transfers;
        this.people = people;
    }

    @GetMapping("/{id}/households")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View ask(@PathVariable UUID id) {
        return View.of("vouchers/live/household-ask", Map.of("campaign", found(id), "form", Form.empty()));
    }

    @PostMapping("/{id}/households")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View begin(Commune commune, Visitor visitor, Form form, @PathVariable UUID id) {
        var campaign = found(id);
        var serial = form.integer("serial");
        var reason = form.text("reason");
        if (serial.isEmpty()) {
            form.refuse("serial", "live.household.serial.wrong");
        }
        if (reason.length() < HouseholdViews.REASON_MIN || reason.length() > HouseholdViews.REASON_MAX) {
            form.refuse("reason", "live.household.reason.wrong", HouseholdViews.REASON_MIN, HouseholdViews.REASON_MAX);
        }
        if (form.refused()) {
            return View.refused("vouchers/live/household-ask", Map.of("campaign", campaign, "form", form));
        }
        var look = views.begin(id, serial.orElse(0), visitor.id(), reason);
        if (look.isEmpty()) {
            form.refuse("serial", "live.household.serial.unknown");
            return View.refused("vouchers/live/household-ask", Map.of("campaign", campaign, "form", form));
        }
        return View.redirect(
                LivePages.path(commune, id) + "/households/" + look.get().id());
    }

    @GetMapping("/{id}/households/{look}")
    @Allows({Role.ECONOMY, Role.FINANCE})
    View show(Visitor visitor, @PathVariable UUID id, @PathVariable UUID look) {
        var campaign = found(id);
        HouseholdView view = views.running(look, visitor.id())
                .filter(running -> running.campaign().equals(id))
                .orElseThrow(() -> Problem.of(403, "household-view-ended", "live.household.ended")
                        .raised());
        List<HouseholdVoucher> vouchers = views.vouchers(view);
        var ids = vouchers.stream().map(HouseholdVoucher::voucher).toList();
        Map<UUID, Long> balances = accounts.guarded(ids).values().stream()
                .collect(Collectors.toMap(GuardedAccount::id, GuardedAccount::balanceCents));
        var moves = ids.stream()
                .collect(Collectors.toMap(voucher -> voucher, voucher -> transfers.ofAccount(voucher, TRANSFERS_MAX)));
        return View.of(
                "vouchers/live/household",
                Map.of("campaign", campaign, "look", view, "vouchers", vouchers, "balances", balances, "moves", moves));
    }

    @GetMapping("/looks")
    @Allows(Role.AUDITOR)
    View looks() {
        return View.of("vouchers/live/looks", Map.of("looks", views.newest(LOOKS_MAX), "people", people));
    }

    private Campaign found(UUID id) {
        return campaigns
                .find(id)
                .filter(LivePages::hasFigures)
                .orElseThrow(() -> Problem.notFound().raised());
    }
}
