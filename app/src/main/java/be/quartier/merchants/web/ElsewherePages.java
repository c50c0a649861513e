package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.MerchantState;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Trade;
import be.quartier.merchants.Trades;
import be.quartier.merchants.callbacks.Asked;
import be.quartier.merchants.callbacks.CallBack;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.merchants.callbacks.Preregistration;
import be.quartier.merchants.callbacks.Wish;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A merchant that takes part here asks to take part in another commune of the installation, under the same enterprise and the same
 * sign-in, without typing anything again: that commune calls and decides for itself. Each commune is read and written inside its
 * own tenancy; nothing of this commune's rows is seen there but what the merchant sends.
 */
@Controller
@RequestMapping("/{commune}/merchant/elsewhere")
class ElsewherePages {

    private final Communes communes;
    private final Merchants merchants;
    private final CallBacks calls;
    private final Trades trades;
    private final Texts texts;
    private final Ids ids;

    ElsewherePages(Communes communes, Merchants merchants, CallBacks calls, Trades trades, Texts texts, Ids ids) {
        this.communes = communes;
        this.merchants = merchants;
        this.calls = calls;
        this.trades = trades;
        this.texts = texts;
        this.ids = ids;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View show(Visitor visitor, Commune commune) {
        return page(visitor, commune, Form.empty().with("id", ids.uuid().toString()), 200);
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View ask(Visitor visitor, Commune commune, Form form) {
        Merchant merchant = merchant(visitor);
        Optional<Commune> other = others(commune).stream()
                .filter(one -> one.slug().equals(form.text("other")))
                .findFirst();
        if (other.isEmpty() || !merchant.accepted()) {
            return page(visitor, commune, form.refuse("", "merchants.too-late"), 422);
        }
        CallMeReader.phone(form);
        if (form.refused()) {
            return page(visitor, commune, form, 422);
        }
        UUID id = Forms.id(form).orElseGet(ids::uuid);
        Flash flash = Tenancy.in(other.get().id(), () -> send(merchant, commune, other.get(), form.text("phone"), id));
        return View.redirect("/" + commune.slug() + "/merchant/elsewhere", flash);
    }

    /** Inside the other commune. */
    private Flash send(Merchant merchant, Commune from, Commune to, String phone, UUID id) {
        Optional<Trade> trade = trades.all().stream()
                .filter(one -> one.code().equals(merchant.trade()))
                .findFirst();
        if (trade.isEmpty()) {
            return Flash.warning("callback.elsewhere.trade", to.name(merchant.language()));
        }
        Establishment shop = merchant.establishments().getFirst();
        String sells = shop.description().isEmpty() ? trade.get().name(merchant.language()) : shop.description();
        var asked = new Preregistration(
                merchant.bce(),
                merchant.trade(),
                shop.place(),
                merchant.contactName(),
                phone,
                merchant.contactMail(),
                merchant.language(),
                Set.of(),
                sells,
                Set.of(Wish.SHOP),
                texts.text(merchant.language(), "callback.elsewhere.words", from.name(merchant.language())));
        return switch (calls.ask(id, asked)) {
            case Asked.Kept _, Asked.AlreadyWaiting _ ->
                Flash.done("callback.elsewhere.asked", to.name(merchant.language()));
            case Asked.AlreadyKnown _ -> Flash.warning("callback.elsewhere.known", to.name(merchant.language()));
        };
    }

    private View page(Visitor visitor, Commune commune, Form form, int status) {
        Merchant merchant = merchant(visitor);
        List<Elsewhere> elsewhere = others(commune).stream()
                .map(other -> Tenancy.in(other.id(), () -> standing(merchant, other)))
                .toList();
        return View.of(
                "merchants/elsewhere", Map.of("merchant", merchant, "elsewhere", elsewhere, "form", form), status);
    }

    private Elsewhere standing(Merchant merchant, Commune other) {
        Optional<MerchantState> known = merchants.byBce(merchant.bce()).map(Merchant::state);
        return new Elsewhere(other, known, calls.waiting(merchant.bce()).map(CallBack::dueOn));
    }

    private List<Commune> others(Commune here) {
        return communes.all().stream()
                .filter(one -> one.kind() == Commune.Kind.COMMUNE && !one.id().equals(here.id()))
                .toList();
    }

    private Merchant merchant(Visitor visitor) {
        UUID id = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        return merchants.find(id).orElseThrow(() -> Problem.notFound().raised());
    }
}
