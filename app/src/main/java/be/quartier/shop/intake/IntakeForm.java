package be.quartier.shop.intake;

import be.quartier.commune.Language;
import be.quartier.messaging.Recipient;
import be.quartier.pages.Form;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.Draft;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.SellingTerms;
import be.quartier.shop.orders.TypedOrders;
import be.quartier.shop.slots.Slot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what was typed into the intake page, each fault at its field. */
final class IntakeForm {

    static final String QUANTITY = "n-";
    static final String WAY = "w-";
    static final String PICKUP = "pickup";

    private IntakeForm() {}

    /** The quantities typed beside articles, in the order of the page. */
    static Map<UUID, Long> quantities(Form form, List<String> names) {
        Map<UUID, Long> quantities = new LinkedHashMap<>();
        for (String name : names) {
            int quantity = form.integer(name).orElse(0);
            if (name.startsWith(QUANTITY) && quantity > 0 && quantities.size() < OrderWish.LINES_MAX) {
                id(name.substring(QUANTITY.length())).ifPresent(id -> quantities.put(id, (long) quantity));
            }
        }
        return quantities;
    }

    /** How a merchant can be paid for a typed order. */
    static List<Modality> ways(SellingTerms terms, boolean brought) {
        return terms.ways(brought).stream()
                .map(SellingTerms.Way::modality)
                .filter(TypedOrders.WAYS::contains)
                .toList();
    }

    /** The wish, or empty when the form was refused. */
    static Optional<OrderWish> read(Form form, Typed typed, List<Slot> slots, Language page) {
        if (typed.chosen().isEmpty()) {
            form.refuse("q", "intake.nothing");
        }
        for (Draft.Line line : typed.chosen()) {
            if (!line.offer().sells(line.quantity())) {
                form.refuse(QUANTITY + line.offer().variant(), "orders.refused.quantity-invalid");
            }
        }
        contact(form);
        Optional<UUID> slot = slots.stream()
                .filter(one -> one.id().toString().equals(form.text("slot")) && one.available() > 0)
                .map(Slot::id)
                .findFirst();
        if (slot.isEmpty() && !form.text("slot").equals(PICKUP)) {
            form.refuse("slot", "basket.slot.missing");
        }
        if (slot.isPresent() && !form.has("address")) {
            form.refuse("address", "basket.address.missing", Contact.LENGTH_MAX);
        }
        Map<UUID, Modality> ways = ways(form, typed, slot.isPresent());
        Optional<OrderSource> source = OrderSource.of(form.text("source")).filter(OrderSource.TYPED::contains);
        if (source.isEmpty()) {
            form.refuse("source", "intake.source.missing");
        }
        if (form.refused()) {
            return Optional.empty();
        }
        return Optional.of(new OrderWish(
                "desk-" + id(form.text("key")).map(UUID::toString).orElse(""),
                typed.chosen().stream()
                        .map(line -> new OrderWish.Line(line.offer().variant(), line.quantity()))
                        .toList(),
                slot,
                new Contact(
                        form.text("name"),
                        form.text("mail"),
                        form.text("phone"),
                        slot.isPresent() ? form.text("address") : ""),
                ways,
                Optional.empty(),
                Language.of(form.text("language")).orElse(page),
                Optional.empty()));
    }

    private static void contact(Form form) {
        for (String field : List.of("name", "mail", "phone", "address")) {
            String text = form.text(field);
            if (text.length() > Contact.LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
                form.refuse(field, "basket.too-long", Contact.LENGTH_MAX);
            }
        }
        if (!form.has("name")) {
            form.refuse("name", "intake.name.missing");
        }
        if (form.has("mail") && !Recipient.Mail.valid(form.text("mail"))) {
            form.refuse("mail", "basket.mail.wrong");
        }
        if (!form.has("mail") && !form.has("phone")) {
            form.refuse("phone", "intake.contact.missing");
        }
    }

    private static Map<UUID, Modality> ways(Form form, Typed typed, boolean brought) {
        Map<UUID, Modality> ways = new HashMap<>();
        for (SellingTerms terms : typed.sellers()) {
            List<Modality> offered = ways(terms, brought);
            Optional<Modality> asked =
                    Modality.of(form.text(WAY + terms.merchant())).filter(offered::contains);
            Optional<Modality> way = asked.or(() -> offered.stream().findFirst());
            way.ifPresentOrElse(
                    one -> ways.put(terms.merchant(), one), () -> form.refuse("slot", "intake.way.none", terms.name()));
        }
        return ways;
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
