package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.demo.region.SalesHabit;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.installation.Ids;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Closure;
import be.quartier.merchants.Closures;
import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.shop.payments.ApiKey;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.shop.terms.Channels;
import be.quartier.shop.terms.Lack;
import be.quartier.shop.terms.PaymentWay;
import be.quartier.shop.terms.ShopTerms;
import be.quartier.shop.terms.Substitution;
import be.quartier.shop.terms.Terms;
import be.quartier.shop.terms.TermsSaved;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The terms on which the shops sell online: fronts opened six weeks ago, each in its trade's way;
 * hairdressers still wait, one shop is on holiday and one soon will be.
 */
@Component
@Order(45)
class TermsFill implements FillStep {

    private static final Actor FILLING = new Actor.Job("demo-fill");
    /** Which shops of a town are away now, and soon: neither the first nor one with many purchases. */
    private static final int ON_HOLIDAY = 12;

    private static final int SOON_ON_HOLIDAY = 6;
    private static final Duration OPENED_AGO = Duration.ofDays(42);

    private final Participants participants;
    private final ShopTerms terms;
    private final PaymentKeys keys;
    private final Closures closures;
    private final Ids ids;
    private final InstallationClock clock;

    TermsFill(
            Participants participants,
            ShopTerms terms,
            PaymentKeys keys,
            Closures closures,
            Ids ids,
            InstallationClock clock) {
        this.participants = participants;
        this.terms = terms;
        this.keys = keys;
        this.closures = closures;
        this.ids = ids;
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
            participants.of(shop).ifPresent(merchant -> clock.at(opened, () -> sell(merchant, shop)));
        }
        LocalDate today = Brussels.today(clock);
        close(town.shops().get(ON_HOLIDAY), today.minusDays(1), today.plusDays(5));
        close(town.shops().get(SOON_ON_HOLIDAY), today.plusDays(9), today.plusDays(19));
    }

    /** Announces a holiday of every point of sale of a shop. */
    private void close(Shop shop, LocalDate from, LocalDate until) {
        String note = switch (shop.language()) {
            case FR -> "Congé annuel, merci de votre patience.";
            case NL -> "Jaarlijks verlof, dank u voor uw geduld.";
            case DE -> "Jahresurlaub, danke für Ihre Geduld.";
            case EN -> "Annual holiday, thank you for your patience.";
        };
        participants
                .of(shop)
                .ifPresent(merchant -> closures.add(
                        merchant.id(),
                        merchant.establishments().stream()
                                .map(Establishment::id)
                                .toList(),
                        new Closure(ids.uuid(), from, until, note),
                        FILLING));
    }

    private static Channels channels(Shop shop, SalesHabit habit) {
        Set<OrderSource> open = habit.channels().stream()
                .map(code -> OrderSource.of(code).orElseThrow())
                .collect(Collectors.toSet());
        return new Channels(
                open,
                open.contains(OrderSource.PHONE) ? shop.phone() : "",
                open.contains(OrderSource.MESSENGER) ? "https://" + shop.key() + ".example/messages" : "");
    }

    private boolean sell(Merchant merchant, Shop shop) {
        SalesHabit habit = SalesHabit.of(shop.trade());
        if (habit.ways().contains(Modality.ONLINE.code())) {
            String digits = shop.enterprise().replaceAll("\\D", "");
            ApiKey key = ApiKey.of("test_" + digits.repeat(4)).orElseThrow();
            keys.keep(merchant.id(), key, "Bancontact, Card", FILLING);
        }
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
                habit.cycleEuros() * 100L,
                habit.minutes(),
                habit.cutOff().isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(habit.cutOff())),
                Substitution.of(habit.substitution()).orElseThrow(),
                habit.margin(),
                story.strip(),
                channels(shop, habit),
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
