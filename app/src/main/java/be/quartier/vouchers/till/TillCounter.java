package be.quartier.vouchers.till;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Till;
import be.quartier.money.Cents;
import be.quartier.money.Flaw;
import be.quartier.money.Parsed;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.pages.View;
import be.quartier.vouchers.Look;
import be.quartier.vouchers.Looks;
import be.quartier.vouchers.Refusal;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.SpendOutcome;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.till.TillDevices.Device;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Scan, amount, confirmation, money: the counter's own page flow. */
@Controller
class TillCounter {

    private final TillDevices devices;
    private final Looks looks;
    private final Spends spends;

    TillCounter(TillDevices devices, Looks looks, Spends spends) {
        this.devices = devices;
        this.looks = looks;
        this.spends = spends;
    }

    /** A till in use, with the ticket it works on. */
    private record At(Commune commune, Till till, Merchant merchant, TillTicket ticket) {}

    /** What was scanned or typed becomes a ticket. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/code")
    View code(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        if (!(devices.of(commune, request, response) instanceof Device.Open(Till till, Merchant merchant))) {
            return View.redirect(TillEntrance.home(commune));
        }
        String code = form.text("code");
        TillTicket ticket = devices.ticket(till.id(), code);
        if (code.length() > be.quartier.vouchers.VoucherCode.TEXT_LENGTH_MAX
                || ticket.voucher() instanceof be.quartier.vouchers.VoucherCode.Unreadable) {
            looks.look(ticket.voucher(), merchant.id());
            form.refuse("code", "till.code.unreadable");
            return View.refused("vouchers/till/home", Map.of("merchant", merchant, "form", form));
        }
        devices.give(commune, ticket, response);
        return View.redirect(TillEntrance.home(commune) + "/amount");
    }

    /** The voucher of the ticket: initial, balance, accepted or not; and the amount to type. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/till/amount")
    View amount(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        return switch (devices.of(commune, request, response)) {
            case Device.Stranger() -> View.redirect(TillEntrance.home(commune));
            case Device.Locked(Till _, Merchant merchant) -> TillEntrance.locked(merchant, Form.empty());
            case Device.Open(Till till, Merchant merchant) ->
                devices.brought(commune, till, request)
                        .map(ticket -> show(new At(commune, till, merchant, ticket), Form.empty()))
                        .orElseGet(() -> View.redirect(TillEntrance.home(commune)));
        };
    }

    /** The amount typed: shown once more before the money is taken. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/amount")
    View confirm(
            Commune commune, Language language, Form form, HttpServletRequest request, HttpServletResponse response) {
        Optional<At> at = at(commune, form, request, response);
        if (at.isEmpty()) {
            return View.redirect(TillEntrance.home(commune));
        }
        Look look = looks.look(at.get().ticket().voucher(), at.get().merchant().id());
        if (!(look instanceof Look.Seen seen)) {
            return show(at.get(), form);
        }
        return switch (Cents.parse(form.text("amount"))) {
            case Parsed.Invalid<Cents>(Flaw flaw) -> show(at.get(), form.refuse("amount", flaw.key()));
            case Parsed.Valid<Cents>(Cents cents)
            when cents.value() == 0 -> show(at.get(), form.refuse("amount", Flaw.CENTS_EMPTY.key()));
            case Parsed.Valid<Cents>(Cents cents)
            when cents.value() > seen.balanceCents() ->
                show(
                        at.get(),
                        form.refuse(
                                "amount", "till.too-much", Formats.of(language).euros(seen.balanceCents())));
            case Parsed.Valid<Cents>(Cents cents) ->
                View.of(
                        "vouchers/till/confirm",
                        Map.of(
                                "merchant", at.get().merchant(),
                                "ticket", devices.sealed(at.get().ticket()),
                                "amountCents", cents.value(),
                                "restCents", seen.balanceCents() - cents.value()));
        };
    }

    /** Takes the money; the same ticket and amount sent again find what the first one did. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/pay")
    View pay(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        Optional<At> at = at(commune, form, request, response);
        OptionalLong cents = cents(form);
        if (at.isEmpty() || cents.isEmpty()) {
            return View.redirect(TillEntrance.home(commune));
        }
        TillTicket ticket = at.get().ticket();
        var spend = new Spend(
                ticket.voucher(),
                cents.getAsLong(),
                at.get().merchant().id(),
                at.get().till().id(),
                ticket.key());
        return switch (spends.spend(spend)) {
            case SpendOutcome.Done done -> View.redirect(TillEntrance.home(commune) + "/receipts/" + done.id());
            case SpendOutcome.Refused refused -> refused(at.get(), cents.getAsLong(), refused);
        };
    }

    private Optional<At> at(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        return devices.of(commune, request, response) instanceof Device.Open(Till till, Merchant merchant)
                ? devices.ticket(form.text("ticket"), till).map(ticket -> new At(commune, till, merchant, ticket))
                : Optional.empty();
    }

    private View show(At at, Form form) {
        return switch (looks.look(at.ticket().voucher(), at.merchant().id())) {
            case Look.Refused(Refusal why) -> refused(at, 0, new SpendOutcome.Refused(why, OptionalLong.empty()));
            case Look.Seen seen ->
                View.of(
                        "vouchers/till/amount",
                        Map.of(
                                "merchant",
                                at.merchant(),
                                "ticket",
                                devices.sealed(at.ticket()),
                                "seen",
                                seen,
                                "form",
                                form),
                        form.refused() ? 422 : 200);
        };
    }

    private static View refused(At at, long cents, SpendOutcome.Refused refused) {
        return View.of(
                "vouchers/till/refused",
                Map.of(
                        "merchant", at.merchant(),
                        "why", refused.why(),
                        "amountCents", cents,
                        "balanceCents", refused.balanceCents()),
                refused.why().status());
    }

    private static OptionalLong cents(Form form) {
        String typed = form.text("amountCents");
        return typed.matches("[1-9][0-9]{0,9}") ? OptionalLong.of(Long.parseLong(typed)) : OptionalLong.empty();
    }
}
