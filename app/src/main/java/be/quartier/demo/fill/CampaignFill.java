package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.demo.region.RegistryExtract;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.vouchers.registry.ConfirmOutcome;
import be.quartier.vouchers.registry.RegistryImport;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import be.quartier.vouchers.registry.RegistryImports;
import be.quartier.vouchers.registry.RegistryUpload;
import be.quartier.vouchers.registry.RegistryWork;
import be.quartier.vouchers.registry.UploadOutcome;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** This year's campaign: opened nine weeks ago by two people, the register loaded that afternoon. */
@Component
@Order(40)
class CampaignFill implements FillStep {

    static final Duration OPENED_AGO = Duration.ofDays(64);

    private static final long BUDGET_CENTS = 35_000_000;
    private static final int WEEKS_LEFT = 17;

    private final CampaignMaker maker;
    private final RegistryUpload upload;
    private final RegistryImports imports;
    private final RegistryWork work;
    private final Communes communes;
    private final Cast cast;
    private final InstallationClock clock;

    CampaignFill(
            CampaignMaker maker,
            RegistryUpload upload,
            RegistryImports imports,
            RegistryWork work,
            Communes communes,
            Cast cast,
            InstallationClock clock) {
        this.maker = maker;
        this.upload = upload;
        this.imports = imports;
        this.work = work;
        this.communes = communes;
        this.cast = cast;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public boolean later() {
        return false;
    }

    @Override
    public void fill(Town town) {
        LocalDate today = Brussels.today(clock);
        Instant opened = Brussels.startOf(today.minusDays(OPENED_AGO.toDays())).plus(Duration.ofHours(10));
        UUID campaign = maker.open(
                town,
                new CampaignMaker.Wanted(
                        "now",
                        "CC " + today.getYear() + "/117",
                        opened,
                        Brussels.dateOf(opened),
                        today.plusWeeks(WEEKS_LEFT),
                        BUDGET_CENTS));
        UUID economy = cast.person(town, Role.ECONOMY);
        clock.at(opened.plus(Duration.ofHours(4)), () -> load(town, campaign, economy));
    }

    /** Reads the extract of that day and confirms the preview: households, children and vouchers come from it alone. */
    private boolean load(Town town, UUID campaign, UUID by) {
        byte[] extract = RegistryExtract.of(town, Brussels.today(clock));
        Commune commune = communes.get(Tenancy.required());
        UploadOutcome outcome = upload.upload(
                        commune, campaign, "registre.csv", Scope.FULL, new ByteArrayInputStream(extract), by)
                .orElseThrow();
        if (!(outcome instanceof UploadOutcome.Staged(RegistryImport made))) {
            throw new IllegalStateException("The demonstration's extract was refused: " + outcome);
        }
        if (!(imports.confirm(made.id(), by) instanceof ConfirmOutcome.Started)) {
            throw new IllegalStateException("The demonstration's import was refused");
        }
        work.finish(made.id());
        return true;
    }
}
