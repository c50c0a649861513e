package be.quartier.shop.basket;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.messaging.Recipient;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.RateLimit;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.Cycles;
import be.quartier.shop.orders.Draft;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.PlaceOutcome;
import be.quartier.shop.orders.Prospect;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import be.quartier.vouchers.Refusal;
import be.quartier.vouchers.VoucherCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** From the basket to the order: who, how it comes, how each merchant is paid, a last look. */
@Controller
@RequestMapping("/{commune}/checkout")
class CheckoutPages {

    private static final int SENDINGS = 60;
    private static final Duration SENDINGS_PER = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 20_000;

    private final Offers offers;
    private final Cycles cycles;
    private final Orders orders;
    private final Slots slots;
    private final BasketCookies cookies;
    private final RateLimit sendings;

    CheckoutPages(
            Offers offers, Cycles cycles, Orders orders, Slots slots, BasketCookies cookies, InstantSource clock) {
        this.cycles = cycles;
        this.offers = offers;
        this.orders = orders;
        this.slots = slots;
        this.cookies = cookies;
        this.sendings = new RateLimit(SENDINGS, SENDINGS_PER, ADDRESSES_MAX, clock);
    }

    /** One visit: what is in the basket, what was said so far. */
    private record Visit(Commune commune, Basket basket, Checkout checkout) {

        String to(String step) {
            return "/" + commune.slug() + step;
        }
    }

    @GetMapping
    @Allows(everyone = true)
    View who(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        if (visit.basket().isEmpty()) {
            return View.redirect(visit.to("/basket"));
        }
        Contact known = visit.checkout().contact();
        Form form = Form.empty()
                .with("name", known.name())
                .with("mail", known.mail())
                .with("phone", known.phone());
        return View.of("shop/basket/contact", Map.of("form", form));
    }

    @PostMapping
    @Allows(everyone = true)
    View contact(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        for (String field : List.of("name", "mail", "phone")) {
            if (!fits(form.text(field))) {
                form.refuse(field, "basket.too-long", Contact.LENGTH_MAX);
            }
        }
        if (!form.has("name")) {
            form.refuse("name", "basket.name.missing");
        }
        if (!Recipient.Mail.valid(form.text("mail"))) {
            form.refuse("mail", "basket.mail.wrong");
        }
        if (form.refused()) {
            return View.refused("shop/basket/contact", Map.of("form", form));
        }
        String address = visit.checkout().contact().address();
        Contact contact = new Contact(form.text("name"), form.text("mail"), form.text("phone"), address);
        cookies.checkout(commune, visit.checkout().contact(contact), response);
        return View.redirect(visit.to("/checkout/delivery"));
    }

    @GetMapping("/delivery")
    @Allows(everyone = true)
    View how(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        if (visit.basket().isEmpty() || !visit.checkout().known()) {
            return View.redirect(visit.to("/checkout"));
        }
        Form form = Form.empty()
                .with("slot", visit.checkout().slot().map(UUID::toString).orElse("pickup"))
                .with("address", visit.checkout().contact().address());
        return delivery(visit, form);
    }

    @PostMapping("/delivery")
    @Allows(everyone = true)
    View delivery(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        Optional<UUID> slot = slots.offered().stream()
                .filter(one -> one.id().toString().equals(form.text("slot")) && one.available() > 0)
                .map(Slot::id)
                .findFirst();
        if (slot.isEmpty() && !form.text("slot").equals("pickup")) {
            form.refuse("slot", "basket.slot.missing");
        }
        String address = form.text("address");
        if ((slot.isPresent() && address.isEmpty()) || !fits(address)) {
            form.refuse("address", "basket.address.missing", Contact.LENGTH_MAX);
        }
        if (form.refused()) {
            return delivery(visit, form);
        }
        cookies.checkout(commune, visit.checkout().slot(slot, slot.isPresent() ? address : ""), response);
        return View.redirect(visit.to("/checkout/payment"));
    }

    private View delivery(Visit visit, Form form) {
        Map<String, Object> model = Map.of("form", form, "slots", slots.offered(), "terms", terms(visit.basket()));
        return form.refused() ? View.refused("shop/basket/delivery", model) : View.of("shop/basket/delivery", model);
    }

    @GetMapping("/payment")
    @Allows(everyone = true)
    View pay(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        if (visit.basket().isEmpty()
                || !visit.checkout().known()
                || !visit.checkout().decided()) {
            return View.redirect(visit.to("/checkout/delivery"));
        }
        Form form = WayFields.fill(visit.checkout(), terms(visit.basket()));
        return payment(visit, form);
    }

    @PostMapping("/payment")
    @Allows(everyone = true)
    View payment(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        limit(commune, request);
        WayFields.Chosen chosen = WayFields.read(
                form, terms(visit.basket()), visit.checkout().slot().isPresent());
        boolean voucher = chosen.ways().containsValue(Modality.VOUCHER);
        String code = voucher ? form.text("voucher") : "";
        if (voucher
                && (code.length() > VoucherCode.TEXT_LENGTH_MAX
                        || VoucherCode.parse(code) instanceof VoucherCode.Unreadable)) {
            form.refuse("voucher", "basket.voucher.unreadable");
        }
        if (form.refused()) {
            return payment(visit, form);
        }
        cookies.checkout(commune, visit.checkout().ways(chosen.ways(), code, chosen.rests()), response);
        return View.redirect(visit.to("/checkout/review"));
    }

    private View payment(Visit visit, Form form) {
        Map<String, Object> model = Map.of(
                "form",
                form,
                "terms",
                terms(visit.basket()),
                "brought",
                visit.checkout().slot().isPresent());
        return form.refused() ? View.refused("shop/basket/payment", model) : View.of("shop/basket/payment", model);
    }

    @GetMapping("/review")
    @Allows(everyone = true)
    View review(
            Commune commune,
            Language language,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        if (visit.basket().isEmpty()
                || !visit.checkout().known()
                || !visit.checkout().decided()) {
            return View.redirect(visit.to("/checkout/payment"));
        }
        return review(visit, visit.checkout().wish(visit.basket(), language, visitor.person()), Form.empty());
    }

    /** Orders; the same page sent twice orders once. */
    @PostMapping("/review")
    @Allows(everyone = true)
    View place(
            Commune commune,
            Language language,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visit visit = visit(commune, request, response);
        if (visit.basket().isEmpty() || !visit.checkout().known()) {
            return View.redirect(visit.to("/basket"));
        }
        limit(commune, request);
        OrderWish wish = visit.checkout().wish(visit.basket(), language, visitor.person());
        return switch (orders.place(wish)) {
            case PlaceOutcome.Placed(UUID _, String tracking, String _) -> {
                cookies.clear(commune, response);
                yield View.redirect(visit.to("/orders/" + tracking));
            }
            case PlaceOutcome.Refused refused ->
                review(visit, wish, Form.empty().refuse("", refused.why().key()));
            case PlaceOutcome.VoucherRefused(Refusal why, OptionalLong _) ->
                review(visit, wish, Form.empty().refuse("", why.messageKey()));
        };
    }

    private View review(Visit visit, OrderWish wish, Form form) {
        Prospect prospect = orders.look(wish);
        if (prospect instanceof Prospect.Not(PlaceOutcome.Refused refused) && !form.refused()) {
            form.refuse("", refused.why().key());
        }
        Optional<Draft> draft = prospect instanceof Prospect.Fits(Draft fits) ? Optional.of(fits) : Optional.empty();
        Map<String, Object> model =
                Map.of("form", form, "contact", visit.checkout().contact(), "draft", draft, "missing", missing(draft));
        return form.refused() ? View.refused("shop/basket/review", model) : View.of("shop/basket/review", model);
    }

    /** What the cycles of this order still lack with it, by merchant. */
    private Map<UUID, Long> missing(Optional<Draft> draft) {
        Map<UUID, Long> missing = new HashMap<>();
        draft.stream()
                .flatMap(one -> one.parts().stream())
                .forEach(part -> part.cycle().ifPresent(cycle -> {
                    UUID merchant = part.terms().merchant();
                    long gathered = cycles.gatheredCents(merchant, cycle.closesAt()) + part.cents();
                    missing.put(merchant, Math.max(0, cycle.minimumCents() - gathered));
                }));
        return missing;
    }

    private List<SellingTerms> terms(Basket basket) {
        List<UUID> merchants = offers.offers(basket.quantities().keySet()).values().stream()
                .map(Offer::merchant)
                .distinct()
                .sorted()
                .toList();
        Map<UUID, SellingTerms> found = offers.terms(merchants);
        return merchants.stream()
                .flatMap(one -> Optional.ofNullable(found.get(one)).stream())
                .toList();
    }

    private static boolean fits(String text) {
        return text.length() <= Contact.LENGTH_MAX && text.chars().noneMatch(Character::isISOControl);
    }

    private Visit visit(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new Visit(commune, cookies.basket(commune, request), cookies.checkout(commune, request));
    }

    private void limit(Commune commune, HttpServletRequest request) {
        OptionalLong wait = sendings.take(commune.slug() + " " + request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooMany(wait.getAsLong()).raised();
        }
    }
}
