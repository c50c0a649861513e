package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.AccountChanges;
import be.quartier.merchants.AccountRequested;
import be.quartier.merchants.BankAccounts;
import be.quartier.merchants.Cashiers;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Tills;
import be.quartier.money.Iban;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.EmailAddress;
import be.quartier.people.Fresh;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The merchant's own desk: tills, cashiers and account. */
@Controller
@RequestMapping("/{commune}/merchant")
class CounterPages {

    private static final int NAME_MAX = 60;

    private final Merchants merchants;
    private final Tills tills;
    private final Cashiers cashiers;
    private final BankAccounts accounts;
    private final AccountChanges changes;

    CounterPages(Merchants merchants, Tills tills, Cashiers cashiers, BankAccounts accounts, AccountChanges changes) {
        this.merchants = merchants;
        this.tills = tills;
        this.cashiers = cashiers;
        this.accounts = accounts;
        this.changes = changes;
    }

    @GetMapping("/tills")
    @Allows(Role.MERCHANT)
    View show(Visitor visitor) {
        return View.of("merchants/counter", params(visitor, Form.empty(), ""));
    }

    @PostMapping("/tills")
    @Allows(Role.MERCHANT)
    View pair(Visitor visitor, Form form) {
        UUID merchant = merchant(visitor);
        String name = form.text("till");
        if (name.isEmpty() || name.length() > NAME_MAX) {
            form.refuse("till", "merchants.tills.name.missing", NAME_MAX);
            return View.refused("merchants/counter", params(visitor, form, ""));
        }
        if (tills.of(merchant).stream().filter(till -> till.inUse()).count() >= Tills.MOST) {
            form.refuse("till", "merchants.tills.most", Tills.MOST);
            return View.refused("merchants/counter", params(visitor, form, ""));
        }
        String code = tills.pairingCode(merchant, name, visitor.person());
        return View.of("merchants/counter", params(visitor, Form.empty(), code));
    }

    @PostMapping("/tills/{till}/end")
    @Allows(Role.MERCHANT)
    View revoke(@PathVariable UUID till, Visitor visitor, Commune commune) {
        boolean done = tills.revoke(merchant(visitor), till, visitor.person());
        return back(commune, done ? Flash.done("merchants.tills.ended") : Flash.warning("merchants.too-late"));
    }

    @PostMapping("/tills/{till}/name")
    @Allows(Role.MERCHANT)
    View rename(@PathVariable UUID till, Visitor visitor, Commune commune, Form form) {
        String name = form.text("name");
        boolean done = !name.isEmpty() && name.length() <= NAME_MAX && tills.rename(merchant(visitor), till, name);
        return back(commune, done ? Flash.done("merchants.tills.renamed") : Flash.warning("merchants.too-late"));
    }

    @PostMapping("/cashiers")
    @Allows(Role.MERCHANT)
    View invite(Visitor visitor, Commune commune, Language language, Form form) {
        Optional<EmailAddress> address = EmailAddress.of(form.text("mail"));
        if (address.isEmpty()) {
            form.refuse("mail", "merchants.join.mail.wrong");
        }
        if (!form.has("name") || form.text("name").length() > NAME_MAX) {
            form.refuse("name", "merchants.join.required");
        }
        if (form.refused()) {
            return View.refused("merchants/counter", params(visitor, form, ""));
        }
        cashiers.invite(merchant(visitor), address.orElseThrow(), form.text("name"), language, visitor.id());
        return back(commune, Flash.done("merchants.cashiers.invited"));
    }

    @PostMapping("/cashiers/{person}/end")
    @Allows(Role.MERCHANT)
    View remove(@PathVariable UUID person, Visitor visitor, Commune commune) {
        boolean done = cashiers.remove(merchant(visitor), person, visitor.id());
        return back(commune, done ? Flash.done("merchants.cashiers.removed") : Flash.warning("merchants.too-late"));
    }

    @GetMapping("/account")
    @Allows(Role.MERCHANT)
    @Fresh
    View account(Visitor visitor) {
        return View.of("merchants/account", account(visitor, Form.empty()));
    }

    @PostMapping("/account")
    @Allows(Role.MERCHANT)
    @Fresh
    View change(Visitor visitor, Commune commune, Form form) {
        UUID merchant = merchant(visitor);
        JoinReader.account(form);
        if (form.refused()) {
            return View.refused("merchants/account", account(visitor, form));
        }
        Iban iban = Iban.parse(form.text("iban")).orThrow();
        Flash flash = switch (changes.request(merchant, iban, form.text("holder"), visitor.id())) {
            case AccountRequested.Waiting _ -> Flash.done("merchants.account.waiting");
            case AccountRequested.AnotherWaits _ -> Flash.warning("merchants.account.another");
            case AccountRequested.Unchanged _ -> Flash.warning("merchants.account.unchanged");
        };
        return View.redirect("/" + commune.slug() + "/merchant/account", flash);
    }

    @PostMapping("/account/{account}/end")
    @Allows(Role.MERCHANT)
    View withdraw(@PathVariable UUID account, Visitor visitor, Commune commune) {
        boolean done = changes.end(merchant(visitor), account, visitor.id(), "withdrawn by the merchant");
        return back(commune, done ? Flash.done("merchants.account.ended") : Flash.warning("merchants.too-late"));
    }

    private Map<String, ?> params(Visitor visitor, Form form, String code) {
        UUID merchant = merchant(visitor);
        return Map.of(
                "merchant",
                        merchants
                                .find(merchant)
                                .orElseThrow(() -> Problem.notFound().raised()),
                "tills", tills.of(merchant),
                "cashiers", cashiers.of(merchant),
                "accounts", accounts.history(merchant),
                "form", form,
                "code", code);
    }

    private Map<String, ?> account(Visitor visitor, Form form) {
        Map<String, Object> params = new HashMap<>();
        params.put("accounts", accounts.history(merchant(visitor)));
        params.put("form", form);
        return params;
    }

    private static UUID merchant(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }

    private static View back(Commune commune, Flash flash) {
        return View.redirect("/" + commune.slug() + "/merchant/tills", flash);
    }
}
