package be.quartier.shop.day.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Actor;
import be.quartier.shop.day.Period;
import be.quartier.shop.day.PickList;
import be.quartier.shop.day.Statement;
import be.quartier.shop.orders.MerchantBook;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.Moved;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.slots.Slots;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A merchant's pick list, statements and payments, and whether something new waits. */
@Controller
@RequestMapping("/{commune}/merchant/orders")
class DayPages {

    private final MerchantBook book;
    private final MerchantDesk desk;
    private final Slots slots;
    private final Clock clock;

    DayPages(MerchantBook book, MerchantDesk desk, Slots slots, Clock clock) {
        this.book = book;
        this.desk = desk;
        this.slots = slots;
        this.clock = clock;
    }

    /** How many orders wait for an answer and which came last, for pages that stay open. */
    @GetMapping("/waiting")
    @Allows(Role.MERCHANT)
    ResponseEntity<String> waiting(Visitor visitor) {
        MerchantBook.Waiting waiting = book.waiting(own(visitor));
        String newest = waiting.newest().map(id -> "\"" + id + "\"").orElse("null");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body("{\"waiting\":" + waiting.count() + ",\"newest\":" + newest + "}");
    }

    @GetMapping("/pick-list")
    @Allows(Role.MERCHANT)
    View pickList(Visitor visitor) {
        UUID merchant = own(visitor);
        List<MerchantOrder> parts = book.toPrepare(merchant);
        return View.of(
                "shop/day/pick",
                Map.of(
                        "list",
                        PickList.of(parts, slots(slots, parts)),
                        "names",
                        names(book, parts),
                        "waiting",
                        book.waiting(merchant).count()));
    }

    @GetMapping("/statements")
    @Allows(Role.MERCHANT)
    View thisMonth(Visitor visitor) {
        return statement(visitor, Period.monthOf(Brussels.today(clock)));
    }

    @GetMapping("/statements/{period}")
    @Allows(Role.MERCHANT)
    View statement(@PathVariable String period, Visitor visitor) {
        return statement(visitor, period(period, clock));
    }

    private View statement(Visitor visitor, Period period) {
        LocalDate today = Brussels.today(clock);
        return View.of(
                "shop/day/statement",
                Map.of(
                        "statement",
                        Statement.of(period, book.ended(own(visitor), period.from(), period.until())),
                        "today",
                        today,
                        "later",
                        !period.after().isAfter(today)));
    }

    @GetMapping("/payments")
    @Allows(Role.MERCHANT)
    View payments(Visitor visitor, Form form) {
        UUID merchant = own(visitor);
        String asked = form.text("q").toUpperCase(Locale.ROOT);
        List<Payment> unsettled = payments(book.unsettled(merchant), asked);
        return View.of(
                "shop/day/payments",
                Map.of(
                        "form",
                        form,
                        "due",
                        unsettled.stream()
                                .filter(one -> one.leg().dueCents() > 0)
                                .toList(),
                        "back",
                        unsettled.stream()
                                .filter(one -> one.leg().dueCents() < 0)
                                .toList(),
                        "received",
                        payments(book.received(merchant), asked).stream()
                                .filter(one -> one.leg().paidCents() > 0)
                                .toList()));
    }

    /** Notes that what is ticked was received. */
    @PostMapping("/payments/received")
    @Allows(Role.MERCHANT)
    View received(Commune commune, Visitor visitor, Form form) {
        return tick(
                commune,
                form,
                one -> desk.paid(own(visitor), one.part().id(), one.leg().id(), Actor.of(visitor)),
                book.unsettled(own(visitor)));
    }

    /** Notes that what is ticked was given back. */
    @PostMapping("/payments/returned")
    @Allows(Role.MERCHANT)
    View returned(Commune commune, Visitor visitor, Form form) {
        return tick(
                commune,
                form,
                one -> desk.refunded(own(visitor), one.part().id(), one.leg().id(), Actor.of(visitor)),
                book.unsettled(own(visitor)));
    }

    private static View tick(Commune commune, Form form, Function<Payment, Moved> act, List<MerchantOrder> unsettled) {
        String path = "/" + commune.slug() + "/merchant/orders/payments";
        List<String> ticked = form.all("leg");
        if (ticked.isEmpty()) {
            return View.redirect(path, Flash.warning("day.payments.none-ticked"));
        }
        long done = payments(unsettled, "").stream()
                .filter(one -> ticked.contains(one.leg().id().toString()))
                .filter(Payment::byHand)
                .filter(one -> act.apply(one) == Moved.DONE)
                .count();
        return done == ticked.size()
                ? View.redirect(path, Flash.done("orders.done"))
                : View.redirect(
                        path, Flash.warning("day.payments.some", Long.toString(done), Integer.toString(ticked.size())));
    }

    private static List<Payment> payments(List<MerchantOrder> parts, String asked) {
        String digits = asked.replaceAll("[^0-9]", "");
        return parts.stream()
                .flatMap(part -> part.legs().stream().map(leg -> new Payment(part, leg)))
                .filter(one -> asked.isEmpty()
                        || one.part().number().contains(asked)
                        || (!digits.isEmpty() && one.leg().reference().contains(digits)))
                .toList();
    }

    /** The slots of these parts. */
    static Map<UUID, Slot> slots(Slots slots, List<MerchantOrder> parts) {
        return parts.stream()
                .flatMap(part -> part.slot().stream())
                .distinct()
                .flatMap(id -> slots.find(id).stream())
                .collect(Collectors.toMap(Slot::id, Function.identity()));
    }

    /** Who ordered, by order. */
    static Map<UUID, String> names(MerchantBook book, List<MerchantOrder> parts) {
        return book.names(parts.stream().map(MerchantOrder::order).distinct().toList());
    }

    /** The period of an address, none of the future. */
    static Period period(String name, Clock clock) {
        return Period.of(name)
                .filter(one -> !one.first().isAfter(Brussels.today(clock)))
                .orElseThrow(() -> Problem.notFound().raised());
    }

    /** The merchant that asks. */
    static UUID own(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }
}
