package be.quartier.demo.fill;

import be.quartier.commune.Language;
import be.quartier.demo.region.SalesHabit;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.money.Bce;
import be.quartier.people.Actor;
import be.quartier.shop.terms.Lack;
import be.quartier.shop.terms.Modality;
import be.quartier.shop.terms.PaymentWay;
import be.quartier.shop.terms.ShopTerms;
import be.quartier.shop.terms.Substitution;
import be.quartier.shop.terms.Terms;
import be.quartier.shop.terms.TermsSaved;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The terms on which the shops sell online: fronts opened six weeks ago, each in its trade's way; hairdressers still wait. */
@Component
@Order(45)
class TermsFill implements FillStep {

    private static final Actor FILLING = new Actor.Job("demo-fill");
    private static final Duration OPENED_AGO = Duration.ofDays(42);

    private final Merchants merchants;
    private final ShopTerms terms;
    private final InstallationClock clock;

    TermsFill(Merchants merchants, ShopTerms terms, InstallationClock clock) {
        this.merchants = merchants;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "shop-terms";
    }

    @Override
    public boolean later() {
        return false;
    }

    @Override
    public void fill(Town town) {
        for (int i = 0; i < town.shops().size(); i++) {
            Shop shop = town.shops().get(i);
            var opened = clock.instant().minus(OPENED_AGO).plus(Duration.ofHours(5L * i));
            merchants
                    .byBce(Bce.parse(shop.enterprise()).orThrow())
                    .filter(Merchant::accepted)
                    .ifPresent(merchant -> clock.at(opened, () -> sell(merchant, shop)));
        }
    }

    private boolean sell(Merchant merchant, Shop shop) {
        SalesHabit habit = SalesHabit.of(shop.trade());
        List<PaymentWay> ways = habit.ways().stream()
                .map(code -> Modality.of(code).orElseThrow())
                .map(way -> new PaymentWay(way, way == Modality.LINK ? "https://" + shop.key() + ".example/payer" : ""))
                .toList();
        Language language = shop.language();
        String story =
                shop.texts().getOrDefault(language, "") + "\n\n" + habit.texts().getOrDefault(language, "");
        var wanted = new Terms(
                merchant.id(),
                Optional.empty(),
                true,
                habit.delivery(),
                habit.minimumEuros() * 100L,
                habit.minutes(),
                habit.cutOff().isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(habit.cutOff())),
                Substitution.of(habit.substitution()).orElseThrow(),
                habit.margin(),
                story.strip(),
                ways);
        if (terms.save(wanted, FILLING) instanceof TermsSaved.Refused(Map<Modality, Lack> lacking)) {
            List<PaymentWay> working = ways.stream()
                    .filter(way -> !lacking.containsKey(way.modality()))
                    .toList();
            terms.save(wanted.paid(working), FILLING);
        }
        return habit.open() && terms.publish(merchant.id(), FILLING).isEmpty();
    }
}
