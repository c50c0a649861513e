package be.quartier.ledger.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.ledger.DailyRoots;
import be.quartier.ledger.SealedLog;
import be.quartier.ledger.Sealer;
import be.quartier.pages.Door;
import be.quartier.pages.Icon;
import be.quartier.pages.View;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sealed log for people: its state, and every root that was mailed, compared with the log of now. */
@Controller
class LogPages {

    private static final int DAYS_SHOWN = 60;

    private final SealedLog log;
    private final DailyRoots roots;
    private final Sealer sealer;

    LogPages(SealedLog log, DailyRoots roots, Sealer sealer) {
        this.log = log;
        this.roots = roots;
        this.sealer = sealer;
    }

    /** The way in. */
    @Configuration(proxyBeanMethods = false)
    static class Doors {

        @Bean
        Door ledgerDoor() {
            return Door.forRoles("ledger.door", "/ledger", Icon.LOCK, 94, Role.AUDITOR, Role.FINANCE);
        }
    }

    /** The log now and its daily roots. */
    @GetMapping("/{commune}/ledger")
    @Allows({Role.AUDITOR, Role.FINANCE})
    View show(Commune commune) {
        List<CheckedRoot> checked = roots.newest(DAYS_SHOWN).stream()
                .map(root -> new CheckedRoot(root, log.beginsWith(root.size(), root.root())))
                .toList();
        return View.of(
                "ledger/log",
                Map.of(
                        "newest",
                        log.newest(),
                        "roots",
                        checked,
                        "verifier",
                        sealer.verifier(commune.id()).toString(),
                        "api",
                        "/api/v1/communes/" + commune.slug() + "/ledger/log"));
    }
}
