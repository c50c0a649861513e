package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Contract;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The contract of the vouchers, for a merchant that came in by a call and has not accepted it yet. */
@Controller
@RequestMapping("/{commune}/merchant/contract")
class ContractPages {

    private final Merchants merchants;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    ContractPages(Merchants merchants, AuditTrail audit, TransactionTemplate transactions) {
        this.merchants = merchants;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View show(Visitor visitor) {
        return page(visitor, Form.empty().with("version", Contract.VERSION), 200);
    }

    @PostMapping
    @Allows(Role.MERCHANT)
    View sign(Visitor visitor, Commune commune, Language language, Form form) {
        UUID merchant = merchant(visitor);
        if (!form.text("version").equals(Contract.VERSION)) {
            form.with("version", Contract.VERSION).refuse("agree", "merchants.join.contract.changed");
        } else if (!form.chosen("agree", "yes")) {
            form.refuse("agree", "merchants.join.agree.missing");
        }
        if (form.refused()) {
            return page(visitor, form, 422);
        }
        transactions.executeWithoutResult(_ -> {
            if (merchants.sign(merchant, language, visitor.name())) {
                audit.record(new Actor.Person(visitor.id()), "merchants.contract-accepted", "merchant:" + merchant);
            }
        });
        return View.redirect("/" + commune.slug() + "/merchant/contract", Flash.done("callback.contract.done"));
    }

    private View page(Visitor visitor, Form form, int status) {
        return View.of(
                "merchants/contract",
                Map.of("form", form, "articles", Contract.ARTICLES, "bound", merchants.bound(merchant(visitor))),
                status);
    }

    private static UUID merchant(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }
}
