package be.quartier.shop.front.web;

import be.quartier.commune.Brussels;
import be.quartier.pages.Form;
import be.quartier.shop.front.Seller;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which sellers a visitor wants to see. */
@Component
class Filters {

    /** Where something was asked for in the address. */
    static final List<String> FIELDS = List.of("q", "trade", "place", "open", "delivers", "today", "vouchers");

    private final Slots slots;
    private final Offers offers;
    private final Clock clock;

    Filters(Slots slots, Offers offers, Clock clock) {
        this.slots = slots;
        this.offers = offers;
        this.clock = clock;
    }

    /** Those of these sellers, all of the current commune, that fit everything asked for. */
    List<Seller> chosen(Form form, List<Seller> all) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Brussels.ZONE);
        Predicate<Seller> wanted =
                seller -> (!form.has("trade") || seller.merchant().trade().equals(form.text("trade")))
                        && (!form.has("place") || places(seller).contains(form.text("place")))
                        && (!form.chosen("open", "yes") || seller.merchant().openAt(now))
                        && (!form.chosen("delivers", "yes") || seller.delivers())
                        && (!form.chosen("vouchers", "yes") || seller.takesVouchers());
        List<Seller> fitting = all.stream().filter(wanted).toList();
        return form.chosen("today", "yes") ? today(fitting) : fitting;
    }

    /** The localities in which a seller has a shop. */
    static Set<String> places(Seller seller) {
        return seller.merchant().establishments().stream()
                .map(shop -> shop.place().town())
                .collect(Collectors.toSet());
    }

    /** Those whose goods can still be brought today: a slot of today is open, and they are ready by then. */
    private List<Seller> today(List<Seller> sellers) {
        Instant now = clock.instant();
        List<Slot> today = slots.offered().stream()
                .filter(slot ->
                        slot.available() > 0 && Brussels.dateOf(slot.from()).equals(Brussels.dateOf(now)))
                .toList();
        if (today.isEmpty()) {
            return List.of();
        }
        Map<UUID, SellingTerms> terms = offers.terms(
                sellers.stream().map(seller -> seller.merchant().id()).toList());
        return sellers.stream()
                .filter(seller -> {
                    SellingTerms own = terms.get(seller.merchant().id());
                    return own != null
                            && own.delivery()
                            && today.stream()
                                    .anyMatch(slot -> !own.readyAt(now, 0).isAfter(slot.from()));
                })
                .toList();
    }
}
