package be.quartier.pages.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.pages.View;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that belong to no other module: choice of commune, a commune's first page and the statements. */
@Controller
class FirstPages {

    private final Communes communes;

    FirstPages(Communes communes) {
        this.communes = communes;
    }

    /** Which commune is yours? */
    @Allows(everyone = true)
    @GetMapping("/")
    View choose() {
        return View.of("pages/choose", Map.of("communes", communes.all()));
    }

    /** A commune's first page: what one can do here; the region's, its communes. */
    @Allows(everyone = true)
    @GetMapping("/{commune}")
    View commune(Commune commune) {
        return commune.kind() == Commune.Kind.REGION
                ? View.of("pages/commune", Map.of("communes", communes.all()))
                : View.of("pages/commune");
    }

    /** What this site does so that everyone can use it, and what it does not do yet. */
    @Allows(everyone = true)
    @GetMapping("/accessibility")
    View accessibility() {
        return statement("pages.accessibility.", "can", "checked", "limits", "contact");
    }

    /** The same inside a commune, with its name and its ways on. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/accessibility")
    View accessibility(Commune commune) {
        return accessibility();
    }

    /** What is kept about people, why and for how long. */
    @Allows(everyone = true)
    @GetMapping("/privacy")
    View privacy() {
        return statement("pages.privacy.", "who", "what", "sees", "cookies", "rights");
    }

    /** The same inside a commune, with its name and its ways on. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/privacy")
    View privacy(Commune commune) {
        return privacy();
    }

    private static View statement(String key, String... parts) {
        return View.of("pages/statement", Map.of("key", key, "parts", List.of(parts)));
    }
}
