package be.quartier.vouchers.till;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Till;
import be.quartier.merchants.Tills;
import be.quartier.pages.Confirmation;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.people.RateLimit;
import be.quartier.vouchers.till.TillDevices.Device;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** How a phone becomes a till, is locked, opened again, and stops being one. */
@Controller
class TillEntrance {

    private static final int TRIES = 10;
    private static final int ADDRESSES_MAX = 10_000;
    private static final int NAME_LENGTH_MAX = 60;

    private final TillDevices devices;
    private final DeviceMarks marks;
    private final TillPins pins;
    private final Tills tills;
    private final Merchants merchants;
    private final Texts texts;
    private final RateLimit tries;

    TillEntrance(
            TillDevices devices,
            DeviceMarks marks,
            TillPins pins,
            Tills tills,
            Merchants merchants,
            Texts texts,
            Clock clock) {
        this.devices = devices;
        this.marks = marks;
        this.pins = pins;
        this.tills = tills;
        this.merchants = merchants;
        this.texts = texts;
        this.tries = new RateLimit(TRIES, Duration.ofMinutes(10), ADDRESSES_MAX, clock);
    }

    /** What a bookmark opens: scanning where this phone is a till, else how it becomes one. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/till")
    View home(Commune commune, Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        return switch (devices.of(commune, request, response)) {
            case Device.Stranger() -> stranger(visitor, Form.empty());
            case Device.Locked(Till _, Merchant merchant) -> locked(merchant, Form.empty());
            case Device.Open(Till _, Merchant merchant) ->
                View.of("vouchers/till/home", Map.of("merchant", merchant, "form", Form.empty()));
        };
    }

    /** A pairing code typed: this phone becomes a till of the shop that made the code. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/pair")
    View pair(Commune commune, Visitor visitor, Form form, HttpServletRequest request, HttpServletResponse response) {
        if (!form.has("code")) {
            form.refuse("code", "till.pair.code.missing");
        }
        checkPin(form);
        if (form.refused()) {
            return stranger(visitor, form);
        }
        OptionalLong wait = tries.take(commune.slug() + " " + request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooMany(wait.getAsLong()).raised();
        }
        return switch (tills.pair(form.text("code"))) {
            case Tills.Pairing.WrongCode() -> stranger(visitor, form.refuse("code", "till.pair.code.wrong"));
            case Tills.Pairing.Paired paired -> become(commune, paired, form, request, response);
        };
    }

    /** Somebody of the shop, signed in, makes this phone a till at once. */
    @Allows({Role.MERCHANT, Role.CASHIER})
    @PostMapping("/{commune}/till/open")
    View open(Commune commune, Visitor visitor, Form form, HttpServletRequest request, HttpServletResponse response) {
        Merchant merchant = shop(visitor).orElseThrow(() -> Problem.forbidden().raised());
        if (!form.has("name") || form.text("name").length() > NAME_LENGTH_MAX) {
            form.refuse("name", "till.open.name.missing");
        }
        checkPin(form);
        if (form.refused()) {
            return stranger(visitor, form);
        }
        return become(
                commune, tills.enrol(merchant.id(), form.text("name"), visitor.person()), form, request, response);
    }

    /** The secret number typed after five idle minutes. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/unlock")
    View unlock(Commune commune, Visitor visitor, Form form, HttpServletRequest request, HttpServletResponse response) {
        return switch (devices.of(commune, request, response)) {
            case Device.Stranger() -> View.redirect(home(commune));
            case Device.Open _ -> View.redirect(home(commune));
            case Device.Locked(Till till, Merchant merchant) -> {
                Optional<Boolean> right = pins.check(till.id(), form.text("pin"));
                if (right.isEmpty()) {
                    yield locked(merchant, form.refuse("pin", "till.unlock.pause"));
                }
                if (!right.get()) {
                    yield locked(merchant, form.refuse("pin", "till.unlock.wrong"));
                }
                devices.open(commune, till.id(), response);
                boolean scanned = devices.brought(commune, till, request).isPresent();
                yield View.redirect(home(commune) + (scanned ? "/amount" : ""));
            }
        };
    }

    /** Locks this till now. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/lock")
    View lock(Commune commune, HttpServletResponse response) {
        devices.lock(commune, response);
        return View.redirect(home(commune));
    }

    /** Asks before this phone stops being a till. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/till/leave")
    View askToLeave(Commune commune, Language language) {
        return View.confirm(new Confirmation(
                "till.leave.question",
                texts.text(language, "till.leave.detail"),
                "till.leave",
                home(commune) + "/leave",
                Map.of(),
                home(commune),
                true));
    }

    /** This phone is no till any more; its token is worth nothing from now on. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/leave")
    View leave(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        switch (devices.of(commune, request, response)) {
            case Device.Stranger() -> {}
            case Device.Locked(Till till, Merchant merchant) ->
                tills.revoke(merchant.id(), till.id(), Optional.empty());
            case Device.Open(Till till, Merchant merchant) -> tills.revoke(merchant.id(), till.id(), Optional.empty());
        }
        devices.leave(commune, response);
        return View.redirect(home(commune));
    }

    private View become(
            Commune commune,
            Tills.Pairing.Paired paired,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        marks.remember(commune, paired.till(), request, response);
        pins.set(paired.till().id(), form.text("pin"));
        devices.become(commune, paired.till(), paired.token(), response);
        return View.redirect(home(commune));
    }

    private static void checkPin(Form form) {
        if (!TillPins.valid(form.text("pin"))) {
            form.refuse("pin", "till.pin.wrong-shape");
        }
    }

    private View stranger(Visitor visitor, Form form) {
        Optional<Merchant> shop = shop(visitor);
        Map<String, Object> params = shop.<Map<String, Object>>map(m -> Map.of("form", form, "shop", m))
                .orElseGet(() -> Map.of("form", form));
        return View.of("vouchers/till/enter", params, form.refused() ? 422 : 200);
    }

    private Optional<Merchant> shop(Visitor visitor) {
        return visitor.is(Role.MERCHANT, Role.CASHIER)
                ? visitor.merchant().flatMap(merchants::find).filter(Merchant::accepted)
                : Optional.empty();
    }

    static View locked(Merchant merchant, Form form) {
        return View.of("vouchers/till/locked", Map.of("merchant", merchant, "form", form), form.refused() ? 422 : 200);
    }

    static String home(Commune commune) {
        return "/" + commune.slug() + "/till";
    }
}
