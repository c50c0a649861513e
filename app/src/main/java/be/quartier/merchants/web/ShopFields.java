package be.quartier.merchants.web;

import be.quartier.merchants.Establishment;
import be.quartier.merchants.OpeningHours;
import be.quartier.merchants.Place;
import be.quartier.merchants.ShopDetails;
import be.quartier.pages.Form;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields that say where a shop is and when it is open: checked, read and filled. */
final class ShopFields {

    private static final String DESCRIPTION = "description";

    private ShopFields() {}

    /** Refuses what is wrong with the address. */
    static void checkPlace(Form form) {
        required(form, "street", 120);
        required(form, "number", 20);
        if (form.text("box").length() > 20) {
            form.refuse("box", "merchants.join.long", 20);
        }
        if (!form.text("postcode").matches("\\d{4}")) {
            form.refuse("postcode", "merchants.join.postcode.wrong");
        }
        required(form, "town", 80);
    }

    /** Refuses days that are no hours. */
    static void checkHours(Form form) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (HoursText.parse(day, form.text(field(day))).isEmpty()) {
                form.refuse(field(day), "merchants.join.hours.wrong");
            }
        }
    }

    /** Everything of one shop, when it is right. */
    static Optional<ShopDetails> read(Form form) {
        required(form, "name", 120);
        if (form.text(DESCRIPTION).length() > ShopDetails.DESCRIPTION_MAX) {
            form.refuse(DESCRIPTION, "merchants.join.long", ShopDetails.DESCRIPTION_MAX);
        }
        checkHours(form);
        checkPlace(form);
        return form.refused()
                ? Optional.empty()
                : Optional.of(new ShopDetails(place(form), hours(form), form.text(DESCRIPTION)));
    }

    /** The address, checked before. */
    static Place place(Form form) {
        return new Place(
                form.text("name"),
                form.text("street"),
                form.text("number"),
                form.text("box"),
                form.text("postcode"),
                form.text("town"),
                Optional.empty(),
                Optional.empty());
    }

    /** The hours, checked before. */
    static OpeningHours hours(Form form) {
        List<OpeningHours.Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            spans.addAll(HoursText.parse(day, form.text(field(day))).orElseThrow());
        }
        return new OpeningHours(spans);
    }

    /** The form of a shop as it is now. */
    static Form of(Establishment shop) {
        Form form = Form.empty()
                .with("name", shop.place().name())
                .with(DESCRIPTION, shop.description())
                .with("street", shop.place().street())
                .with("number", shop.place().number())
                .with("box", shop.place().box())
                .with("postcode", shop.place().postcode())
                .with("town", shop.place().town());
        for (DayOfWeek day : DayOfWeek.values()) {
            form.with(field(day), HoursText.of(shop.hours(), day));
        }
        return form;
    }

    /** Refuses an empty or too long field. */
    static void required(Form form, String field, int longest) {
        if (!form.has(field)) {
            form.refuse(field, "merchants.join.required");
        } else if (form.text(field).length() > longest) {
            form.refuse(field, "merchants.join.long", longest);
        }
    }

    private static String field(DayOfWeek day) {
        return "hours" + day.getValue();
    }
}
