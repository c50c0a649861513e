package be.quartier.vouchers.campaigns.web;

import be.quartier.pages.Form;
import be.quartier.vouchers.campaigns.Delivery;
import be.quartier.vouchers.campaigns.EligibilityRule;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.EligibilityRule.LateArrivals;
import be.quartier.vouchers.campaigns.EligibilityRule.ProtectedAddress;
import be.quartier.vouchers.campaigns.EligibilityRule.ResidentOn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the form that says which children get a voucher. */
final class ChildrenReader {

    private static final int SOURCE_MAX = 120;

    private final Form form;
    private final List<EligibilityRule> rules = new ArrayList<>();

    ChildrenReader(Form form) {
        this.form = form;
    }

    /** The rules asked for; incomplete when the form is refused afterwards. */
    List<EligibilityRule> read() {
        var reference = day("reference");
        var band = band("from", "to");
        if (reference.isPresent() && band.isPresent()) {
            rules.add(new AgeAutomatic(band.get().from(), band.get().to(), reference.get(), source("age-source")));
        }
        if (form.chosen("proof", "yes")) {
            proof(reference, band);
        }
        if (form.has("resident")) {
            day("resident").ifPresent(day -> rules.add(new ResidentOn(day, source("resident-source"))));
        }
        if (form.has("late")) {
            late();
        }
        var delivery = form.text("delivery").equals("post") ? Delivery.POST : Delivery.COUNTER;
        rules.add(new ProtectedAddress(delivery, source("delivery-source")));
        return rules;
    }

    private void proof(Optional<LocalDate> reference, Optional<Band> automatic) {
        var band = band("proof-from", "proof-to");
        var deadline = day("deadline");
        if (band.isPresent()
                && automatic.isPresent()
                && band.get().from() <= automatic.get().to()) {
            form.refuse("proof-from", "campaigns.form.proof-overlap");
        }
        if (reference.isPresent() && band.isPresent() && deadline.isPresent()) {
            rules.add(new AgeOnProof(
                    band.get().from(), band.get().to(), reference.get(), deadline.get(), source("proof-source")));
        }
    }

    private void late() {
        var until = day("late");
        if (!form.has("resident")) {
            form.refuse("resident", "campaigns.form.late-alone");
        }
        until.ifPresent(day -> {
            if (form.date("resident").filter(resident -> resident.isAfter(day)).isPresent()) {
                form.refuse("late", "campaigns.form.late-before");
            }
            rules.add(new LateArrivals(day, source("late-source")));
        });
    }

    private Optional<Band> band(String fromField, String toField) {
        var from = age(fromField);
        var to = age(toField);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get() > to.get()) {
            form.refuse(toField, "campaigns.form.ages-order");
            return Optional.empty();
        }
        return Optional.of(new Band(from.get(), to.get()));
    }

    private Optional<Integer> age(String field) {
        var age = form.integer(field);
        if (age.isEmpty() || age.getAsInt() < 0 || age.getAsInt() > EligibilityRule.AGE_MAX) {
            form.refuse(field, "campaigns.form.number", "0", Integer.toString(EligibilityRule.AGE_MAX));
            return Optional.empty();
        }
        return Optional.of(age.getAsInt());
    }

    private Optional<LocalDate> day(String field) {
        var day = form.date(field);
        if (day.isEmpty()) {
            form.refuse(field, "campaigns.form.day");
        }
        return day;
    }

    private String source(String field) {
        var text = form.text(field);
        if (text.length() > SOURCE_MAX) {
            form.refuse(field, "campaigns.form.long", SOURCE_MAX);
        }
        return text;
    }

    private record Band(int from, int to) {}
}
