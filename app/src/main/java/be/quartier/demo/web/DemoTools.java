package be.quartier.demo.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.installation.InstallationClock;
import be.quartier.installation.InstallationFacts;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Tills;
import be.quartier.pages.Flash;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What scripts and curious people need: a till's token, vouchers, another day. */
@Controller
class DemoTools {

    private final Communes communes;
    private final Merchants merchants;
    private final Tills tills;
    private final InstallationClock clock;
    private final InstallationFacts facts;

    DemoTools(Communes communes, Merchants merchants, Tills tills, InstallationClock clock, InstallationFacts facts) {
        this.communes = communes;
        this.merchants = merchants;
        this.tills = tills;
        this.clock = clock;
        this.facts = facts;
    }

    /** A new till of a shop, by its id or name; any shop that takes part when none is named. */
    @Allows(everyone = true)
    @PostMapping("/demo/tills")
    Object till(
            @RequestParam("commune") String slug, @RequestParam(name = "merchant", defaultValue = "") String wanted) {
        return Tenancy.in(commune(slug).id(), () -> {
            List<Merchant> accepted = merchants.accepted();
            Merchant merchant = accepted.stream()
                    .filter(known -> wanted.isBlank()
                            || known.id().toString().equals(wanted)
                            || known.name().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(404, "unknown-merchant", "demo.problem.merchant", wanted)
                            .raised());
            Tills.Pairing.Paired paired = tills.enrol(merchant.id(), "demo", Optional.empty());
            return Json.of(Map.of(
                    "token", paired.token().text(),
                    "till", paired.till().id().toString(),
                    "merchant", merchant.id().toString(),
                    "name", merchant.name()));
        });
    }

    /** Moves the installation's clock on: an instant ({@code 2026-12-24T08:00:00Z}), or a local day or hour in Belgium. */
    @Allows(everyone = true)
    @PostMapping("/demo/clock")
    Object clock(@RequestParam("now") String now, HttpServletRequest request) {
        Instant wanted = instant(now.strip())
                .orElseThrow(() -> Problem.of(422, "unreadable-time", "demo.problem.time", now)
                        .raised());
        if (!clock.advanceTo(wanted)) {
            throw Problem.of(409, "clock-never-goes-back", "demo.problem.clock", clock.instant())
                    .raised();
        }
        facts.put("clock-offset", clock.offset().toString());
        return Json.forPeople(request)
                ? View.redirect("/demo", Flash.done("demo.clock.set"))
                : Json.of(Map.of("now", clock.instant().toString()));
    }

    private static Optional<Instant> instant(String text) {
        try {
            if (text.length() == "2026-12-24".length()) {
                return Optional.of(
                        LocalDate.parse(text).atTime(8, 0).atZone(Brussels.ZONE).toInstant());
            }
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(Brussels.ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Commune commune(String slug) {
        return communes.bySlug(slug)
                .orElseThrow(() -> Problem.of(404, "unknown-commune", "demo.problem.commune", slug)
                        .raised());
    }
}
