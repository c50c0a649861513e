package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.AccountChanges;
import be.quartier.merchants.BankAccount;
import be.quartier.merchants.BankAccounts;
import be.quartier.merchants.Decided;
import be.quartier.merchants.Decisions;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.MerchantState;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.PayeeCheck;
import be.quartier.merchants.Position;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The town hall's desk for merchants: who applied, who takes part, whose account changes. */
@Controller
@RequestMapping("/{commune}/merchants")
class OfficePages {

    private final Merchants merchants;
    private final Decisions decisions;
    private final BankAccounts accounts;
    private final AccountChanges changes;

    OfficePages(Merchants merchants, Decisions decisions, BankAccounts accounts, AccountChanges changes) {
        this.merchants = merchants;
        this.decisions = decisions;
        this.accounts = accounts;
        this.changes = changes;
    }

    @GetMapping
    @Allows({Role.ECONOMY, Role.FINANCE, Role.AUDITOR})
    View list() {
        List<Merchant> changing = accounts.waiting().stream()
                .flatMap(id -> merchants.find(id).stream())
                .toList();
        return View.of(
                "merchants/office",
                Map.of(
                        "applied", merchants.in(MerchantState.APPLIED),
                        "accepted", merchants.accepted(),
                        "suspended", merchants.in(MerchantState.SUSPENDED),
                        "changing", changing));
    }

    @GetMapping("/{id}")
    @Allows({Role.ECONOMY, Role.FINANCE, Role.AUDITOR})
    View show(@PathVariable UUID id) {
        return View.of("merchants/dossier", params(id, Form.empty()));
    }

    @PostMapping("/{id}/acceptance")
    @Allows(Role.ECONOMY)
    View accept(@PathVariable UUID id, Commune commune, Visitor visitor) {
        return after(decisions.accept(id, visitor.id()), commune, id);
    }

    @PostMapping("/{id}/refusal")
    @Allows(Role.ECONOMY)
    View refuse(@PathVariable UUID id, Commune commune, Visitor visitor, Form form) {
        String reason = form.text("reason");
        if (reason.isEmpty() || reason.length() > 500) {
            form.refuse("reason", "merchants.reason.missing");
            return View.refused("merchants/dossier", params(id, form));
        }
        boolean takesPart = merchants.find(id).filter(Merchant::accepted).isPresent();
        Decided decided =
                takesPart ? decisions.suspend(id, visitor.id(), reason) : decisions.refuse(id, visitor.id(), reason);
        return after(decided, commune, id);
    }

    @PostMapping("/{id}/shops/{shop}/position")
    @Allows(Role.ECONOMY)
    View locate(@PathVariable UUID id, @PathVariable UUID shop, Commune commune, Visitor visitor, Form form) {
        List<UUID> shops = merchants.find(id).stream()
                .flatMap(merchant -> merchant.establishments().stream())
                .map(Establishment::id)
                .toList();
        if (!shops.contains(shop)) {
            throw Problem.notFound().raised();
        }
        Optional<Position> position = PositionText.read(form, shops.indexOf(shop) + 1);
        if (position.isEmpty()) {
            return View.refused("merchants/dossier", params(id, form));
        }
        decisions.locate(id, shop, position.get(), visitor.id());
        return back(commune, id, Flash.done("merchants.position.saved"));
    }

    @PostMapping("/{id}/accounts/{account}/approval")
    @Allows(Role.FINANCE)
    View approve(@PathVariable UUID id, @PathVariable UUID account, Commune commune, Visitor visitor, Form form) {
        PayeeCheck check = List.of(PayeeCheck.values()).stream()
                .filter(one -> one.code().equals(form.text("check")))
                .findFirst()
                .orElse(PayeeCheck.NOT_CHECKED);
        boolean done = changes.approve(id, account, visitor.id(), check);
        return back(commune, id, done ? Flash.done("merchants.account.approved") : Flash.warning("merchants.too-late"));
    }

    @PostMapping("/{id}/accounts/{account}/refusal")
    @Allows(Role.FINANCE)
    View end(@PathVariable UUID id, @PathVariable UUID account, Commune commune, Visitor visitor) {
        boolean done = changes.end(id, account, visitor.id(), "refused by the commune");
        return back(commune, id, done ? Flash.done("merchants.account.ended") : Flash.warning("merchants.too-late"));
    }

    private Map<String, ?> params(UUID id, Form form) {
        Merchant merchant =
                merchants.find(id).orElseThrow(() -> Problem.notFound().raised());
        List<BankAccount> history = accounts.history(id);
        List<Establishment> shops = merchant.establishments();
        for (int i = 0; i < shops.size(); i++) {
            int shop = i + 1;
            if (!form.has(PositionText.latitude(shop)) && !form.has(PositionText.longitude(shop))) {
                shops.get(i).place().position().ifPresent(known -> PositionText.write(form, shop, known));
            }
        }
        return Map.of("merchant", merchant, "accounts", history, "form", form);
    }

    private static View after(Decided decided, Commune commune, UUID id) {
        return switch (decided) {
            case Decided.Done(Merchant merchant) ->
                back(
                        commune,
                        id,
                        Flash.done("merchants.decided." + merchant.state().code(), merchant.name()));
            case Decided.NotPossible _ -> back(commune, id, Flash.warning("merchants.too-late"));
            case Decided.Unknown _ -> throw Problem.notFound().raised();
        };
    }

    private static View back(Commune commune, UUID id, Flash flash) {
        return View.redirect("/" + commune.slug() + "/merchants/" + id, flash);
    }
}
