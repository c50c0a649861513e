package be.quartier.vouchers.registry;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Carries confirmed imports on: at once when woken, and every minute whatever another node or an earlier start of this one
 * left unfinished. Two nodes that work on one import take turns: each step holds the import's row.
 */
@Component
public class RegistryRuns extends CommuneRound {

    private final RegistryImports imports;
    private final RegistryWork work;

    RegistryRuns(RegistryImports imports, RegistryWork work) {
        super("registry-imports", Duration.ofMinutes(1));
        this.imports = imports;
        this.work = work;
    }

    /** One step of each unfinished import. What was done stays done; after an interruption it goes on from there. */
    @Override
    protected boolean turn(Commune commune) {
        imports.lapse();
        boolean more = false;
        for (UUID id : imports.running()) {
            more |= work.step(id) == RegistryWork.Step.MORE;
        }
        return more;
    }
}
