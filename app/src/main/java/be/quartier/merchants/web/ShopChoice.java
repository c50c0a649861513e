package be.quartier.merchants.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.ShopName;
import be.quartier.pages.View;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Somebody who works for several shops says for which one they work now. */
@Controller
@RequestMapping("/{commune}/merchant/shop")
class ShopChoice implements ShopName {

    private final Merchants merchants;
    private final Sessions sessions;

    ShopChoice(Merchants merchants, Sessions sessions) {
        this.merchants = merchants;
        this.sessions = sessions;
    }

    @Override
    public Optional<String> of(UUID shop) {
        return merchants.find(shop).map(Merchant::name);
    }

    @GetMapping
    @Allows({Role.MERCHANT, Role.CASHIER})
    View ask(Visitor visitor) {
        List<MyShop> shops = new ArrayList<>();
        for (Map.Entry<UUID, Set<Role>> one : visitor.shops().entrySet()) {
            boolean here = visitor.merchant().filter(one.getKey()::equals).isPresent();
            merchants
                    .find(one.getKey())
                    .ifPresent(shop -> shops.add(
                            new MyShop(shop.id(), shop.name(), one.getValue().contains(Role.MERCHANT), here)));
        }
        return View.of("merchants/choose", Map.of("shops", shops));
    }

    @PostMapping
    @Allows({Role.MERCHANT, Role.CASHIER})
    View choose(Visitor visitor, Commune commune, Session session, Form form) {
        UUID wanted = visitor.shops().keySet().stream()
                .filter(shop -> shop.toString().equals(form.text("shop")))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden().raised());
        sessions.choose(session, wanted);
        boolean merchant = visitor.shops().getOrDefault(wanted, Set.of()).contains(Role.MERCHANT);
        String name = of(wanted).orElse("");
        return View.redirect(
                "/" + commune.slug() + (merchant ? "/merchant/tills" : "/till"),
                Flash.done("merchants.choose.done", name));
    }
}
