package be.quartier.vouchers.family;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.Texts;
import be.quartier.pages.View;
import be.quartier.people.EmailAddress;
import be.quartier.people.RateLimit;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.reminders.Reminders;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The balance page: opened by the letter's QR code, or by typing the code printed beside it. */
@Controller
class FamilyPages {

    private static final int TRIES = 10;
    private static final Duration TRIES_PER = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 20_000;
    private static final String LANGUAGE_COOKIE = "language";

    private final FamilyDesk desk;
    private final Reminders reminders;
    private final VoucherCookie cookie;
    private final List<ScanWelcome> welcomes;
    private final Texts texts;
    private final Clock clock;
    private final RateLimit tries;

    FamilyPages(
            FamilyDesk desk,
            Reminders reminders,
            VoucherCookie cookie,
            List<ScanWelcome> welcomes,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.reminders = reminders;
        this.cookie = cookie;
        this.welcomes = List.copyOf(welcomes);
        this.texts = texts;
        this.clock = clock;
        this.tries = new RateLimit(TRIES, TRIES_PER, ADDRESSES_MAX, clock);
    }

    /** What the QR code opens: puts the code out of the address at once. */
    @Allows(everyone = true)
    @GetMapping({"/{commune}/b/{token}", "/{commune}/B/{token}"})
    View scanned(
            Commune commune, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!(VoucherCode.parse(token) instanceof VoucherCode.Token code)) {
            return View.redirect(home(commune), Flash.warning("family.unreadable"));
        }
        for (ScanWelcome welcome : welcomes) {
            Optional<String> path = welcome.receive(commune, code, request, response);
            if (path.isPresent()) {
                return View.redirect("/" + commune.slug() + path.get());
            }
        }
        cookie.set(commune, code, response);
        speak(code, request, response);
        return View.redirect(home(commune));
    }

    /** The balance of the voucher brought along, or the form to type its code. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/balance")
    View show(Commune commune, Language language, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Optional<VoucherCode> code = cookie.read(commune, request);
        if (code.isEmpty()) {
            return enter(Form.empty());
        }
        Optional<FamilyVoucher> shown = desk.show(code.get(), language);
        if (shown.isPresent()) {
            return balance(shown.get(), Form.empty());
        }
        Form form = Form.empty();
        form.refuse("code", desk.replaced(code.get()) ? "family.replaced" : "family.unknown");
        cookie.clear(response);
        return View.refused("vouchers/family/enter", Map.of("form", form));
    }

    /** A code typed. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/balance")
    View typed(Commune commune, Form form, HttpServletRequest request, HttpServletResponse response) {
        limit(commune, request);
        VoucherCode code = VoucherCode.parse(form.text("code"));
        if (code instanceof VoucherCode.Unreadable unreadable) {
            form.refuse("code", unreadable.flaw() == VoucherCode.Flaw.EMPTY ? "family.empty" : "family.mistyped");
        } else if (!desk.known(code)) {
            form.refuse("code", "family.unknown");
        }
        if (form.refused()) {
            return View.refused("vouchers/family/enter", Map.of("form", form.with("code", "")));
        }
        cookie.set(commune, code, response);
        speak(code, request, response);
        return View.redirect(home(commune));
    }

    /** Reported lost: blocked at once when the printed code is typed as confirmation. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/balance/lost")
    View lost(Commune commune, Language language, Form form, HttpServletRequest request, HttpServletResponse response) {
        limit(commune, request);
        Optional<VoucherCode> code = cookie.read(commune, request);
        if (code.isEmpty()) {
            return View.redirect(home(commune), Flash.warning("family.gone"));
        }
        String reason = texts.text(commune.languages().getFirst(), "family.lost.reason");
        if (desk.lost(code.get(), VoucherCode.parse(form.text("confirm")), reason)) {
            return View.redirect(home(commune), Flash.done("family.lost.done"));
        }
        form.refuse("confirm", "family.lost.wrong");
        response.setHeader("Cache-Control", "no-store");
        return desk.show(code.get(), language)
                .map(shown -> balance(shown, form.with("confirm", "")))
                .orElseGet(() -> View.redirect(home(commune)));
    }

    /** An address left, to be reminded before the last day. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/balance/reminder")
    View remind(
            Commune commune, Language language, Form form, HttpServletRequest request, HttpServletResponse response) {
        limit(commune, request);
        Optional<FamilyVoucher> shown = cookie.read(commune, request).flatMap(code -> desk.show(code, language));
        if (shown.isEmpty()) {
            return View.redirect(home(commune), Flash.warning("family.gone"));
        }
        Optional<EmailAddress> address = EmailAddress.of(form.text("mail"));
        if (address.isEmpty()) {
            form.refuse("mail", "family.reminder.wrong");
        } else if (!reminders.remember(shown.get().voucher().id(), address.get(), language)) {
            form.refuse("mail", "family.reminder.full", Reminders.ADDRESSES_MAX);
        }
        response.setHeader("Cache-Control", "no-store");
        return form.refused()
                ? balance(shown.get(), form)
                : View.redirect(home(commune), Flash.done("family.reminder.done"));
    }

    /** Leaves the page: this browser forgets the voucher. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/balance/close")
    View close(Commune commune, HttpServletResponse response) {
        cookie.clear(response);
        return View.redirect(home(commune), Flash.done("family.closed"));
    }

    private View balance(FamilyVoucher shown, Form form) {
        Map<String, Object> model = Map.of(
                "shown",
                shown,
                "form",
                form,
                "today",
                Brussels.today(clock),
                "reminders",
                reminders.plan(shown.voucher().campaign()));
        return form.refused()
                ? View.refused("vouchers/family/balance", model)
                : View.of("vouchers/family/balance", model);
    }

    private static View enter(Form form) {
        return View.of("vouchers/family/enter", Map.of("form", form));
    }

    private void limit(Commune commune, HttpServletRequest request) {
        OptionalLong wait = tries.take(commune.slug() + " " + request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooMany(wait.getAsLong()).raised();
        }
    }

    /** Speaks the household's language to a browser that has not chosen one. */
    private void speak(VoucherCode code, HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        boolean chosen = cookies != null
                && Arrays.stream(cookies).anyMatch(one -> one.getName().equals(LANGUAGE_COOKIE));
        if (!chosen) {
            desk.language(code)
                    .ifPresent(language -> response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            ResponseCookie.from(LANGUAGE_COOKIE, language.code())
                                    .path("/")
                                    .httpOnly(true)
                                    .secure(request.isSecure())
                                    .sameSite("Lax")
                                    .maxAge(VoucherCookie.LIFE)
                                    .build()
                                    .toString()));
        }
    }

    private static String home(Commune commune) {
        return "/" + commune.slug() + "/balance";
    }
}
