package be.quartier.demo.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.demo.fill.Cast;
import be.quartier.demo.fill.DemoWorld;
import be.quartier.demo.fill.FillProgress;
import be.quartier.demo.fill.Questions;
import be.quartier.demo.region.RegistryExtract;
import be.quartier.demo.region.Town;
import be.quartier.messaging.MailServer;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Person;
import be.quartier.people.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The demonstration's first page: two communes, one button per role, what to try, and the tools of the stage. */
@Controller
class DemoPages {

    private final DemoWorld world;
    private final Cast cast;
    private final Communes communes;
    private final SignIn signIn;
    private final FillProgress progress;
    private final Questions questions;
    private final MailServer mail;
    private final Clock clock;
    private final RequestMappingHandlerMapping addresses;

    DemoPages(
            DemoWorld world,
            Cast cast,
            Communes communes,
            SignIn signIn,
            FillProgress progress,
            Questions questions,
            MailServer mail,
            Clock clock,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses) {
        this.world = world;
        this.cast = cast;
        this.communes = communes;
        this.signIn = signIn;
        this.progress = progress;
        this.questions = questions;
        this.mail = mail;
        this.clock = clock;
        this.addresses = addresses;
    }

    /** The stage; as JSON its names alone. */
    @Allows(everyone = true)
    @GetMapping("/demo")
    Object stage(HttpServletRequest request, Language language) {
        if (Json.asked(request)) {
            return Json.of(Map.of(
                    "region", world.region().names().getOrDefault(language, DemoWorld.REGION_SLUG),
                    "communes", communes.all().stream().map(Commune::slug).toList(),
                    "roles", Arrays.stream(Role.values()).map(Role::code).toList()));
        }
        List<StageTown> towns = world.region().towns().stream()
                .filter(town -> world.town(town.slug()).isPresent())
                .map(town -> StageTown.of(town, cast.of(town), language))
                .toList();
        return View.of(
                "demo/stage",
                Map.of(
                        "region", world.region().names().getOrDefault(language, ""),
                        "towns", towns,
                        "progress", progress.seen(),
                        "journeys", journeys(),
                        "asked", asked(),
                        "behaviour", mail.behaviour(),
                        "now", clock.instant()));
    }

    /** Where a customer of each town is asked something. */
    private Map<String, String> asked() {
        Map<String, String> pages = new HashMap<>();
        world.region().towns().forEach(town -> questions.page(town).ifPresent(page -> pages.put(town.slug(), page)));
        return pages;
    }

    /** What can be tried with the pages this installation has. */
    private List<Journey> journeys() {
        Set<String> known = addresses.getHandlerMethods().keySet().stream()
                .flatMap(address -> address.getPatternValues().stream())
                .collect(Collectors.toSet());
        return Journey.ALL.stream()
                .filter(journey -> known.contains(journey.pattern()))
                .toList();
    }

    /** One click, and one is somebody. */
    @Allows(everyone = true)
    @PostMapping("/demo/sign-in")
    View signIn(
            @RequestParam("commune") String slug,
            @RequestParam("as") String as,
            @RequestParam(name = "to", defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (communes.bySlug(slug).isEmpty()) {
            throw Problem.of(404, "unknown-commune", "demo.problem.commune", slug)
                    .raised();
        }
        String[] words = as.strip().toLowerCase(Locale.ROOT).split("-", 2);
        int number = words.length == 2 && words[1].equals("2") ? 2 : 1;
        Role role = Arrays.stream(Role.values())
                .filter(known -> known.code().equals(words[0]))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(422, "unknown-role", "demo.problem.role", as).raised());
        Person person = cast.in(slug, role, number)
                .flatMap(cast::account)
                .orElseThrow(() -> Problem.of(422, "role-not-here", "demo.problem.role-here", as, slug)
                        .raised());
        signIn.as(request, response, person.home(), person.id());
        return View.redirect(View.isLocal(to) ? to : "/" + slug);
    }

    /** The civil-registry extract of a commune, as its town hall would receive it. */
    @Allows(everyone = true)
    @GetMapping("/demo/registry/{slug}.csv")
    ResponseEntity<byte[]> registry(@PathVariable("slug") String slug) {
        Town town = world.town(slug)
                .orElseThrow(() -> Problem.of(404, "unknown-commune", "demo.problem.commune", slug)
                        .raised());
        ContentDisposition file = ContentDisposition.attachment()
                .filename("registre-" + slug + ".csv")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=windows-1252")
                .body(RegistryExtract.of(town, world.day()));
    }
}
