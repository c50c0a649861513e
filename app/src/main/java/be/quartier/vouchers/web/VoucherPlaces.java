package be.quartier.vouchers.web;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Formats;
import be.quartier.pages.Texts;
import be.quartier.people.AuditPlaces;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.letters.LetterBatches;
import be.quartier.vouchers.registry.RegistryImports;
import be.quartier.vouchers.reimbursements.BankAnswers;
import be.quartier.vouchers.reimbursements.Reimbursements;
import be.quartier.vouchers.signals.Signals;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Campaigns, lists, letters, imports and households in the audit trail. */
@Component
class VoucherPlaces implements AuditPlaces {

    private static final String CAMPAIGNS = "/vouchers/campaigns/";

    private final Campaigns campaigns;
    private final Reimbursements runs;
    private final BankAnswers answers;
    private final Signals signals;
    private final LetterBatches letters;
    private final RegistryImports imports;
    private final Texts texts;

    VoucherPlaces(
            Campaigns campaigns,
            Reimbursements runs,
            BankAnswers answers,
            Signals signals,
            LetterBatches letters,
            RegistryImports imports,
            Texts texts) {
        this.campaigns = campaigns;
        this.runs = runs;
        this.answers = answers;
        this.signals = signals;
        this.letters = letters;
        this.imports = imports;
        this.texts = texts;
    }

    @Override
    public Optional<Thing> thing(String kind, UUID id, Visitor reader, Language language) {
        return switch (kind) {
            case "campaign" ->
                campaigns
                        .find(id)
                        .map(campaign -> new Thing(campaign.title(language), open(reader, CAMPAIGNS + id, readers())));
            case "run" ->
                runs.find(id)
                        .map(run -> new Thing(
                                texts.text(language, "audit.thing.run", run.number()),
                                open(reader, "/vouchers/reimbursements/runs/" + id, readers())));
            case "letter-batch" ->
                letters.find(id)
                        .map(batch -> new Thing(
                                dated("audit.thing.letter-batch", batch.createdAt(), language),
                                open(
                                        reader,
                                        CAMPAIGNS + batch.campaign() + "/letters/" + id,
                                        Role.ECONOMY,
                                        Role.FINANCE)));
            case "registry-import" ->
                imports.find(id)
                        .map(made -> new Thing(
                                dated("audit.thing.registry-import", made.uploadedAt(), language),
                                open(
                                        reader,
                                        CAMPAIGNS + made.campaign() + "/registry/imports/" + id,
                                        Role.ECONOMY,
                                        Role.ADMIN)));
            case "answer" ->
                answers.find(id)
                        .map(answer -> new Thing(
                                texts.text(language, "audit.thing.answer"),
                                open(reader, "/vouchers/reimbursements/answers/" + id, Role.FINANCE, Role.AUDITOR)));
            case "signal" ->
                signals.find(id)
                        .map(signal -> new Thing(
                                texts.text(language, "audit.thing.signal"),
                                open(reader, "/vouchers/signals/" + id, Role.FINANCE, Role.AUDITOR)));
            case "household" ->
                Optional.of(new Thing(
                        texts.text(language, "audit.thing.household"),
                        open(reader, "/vouchers/live/looks", Role.AUDITOR)));
            default -> Optional.empty();
        };
    }

    private static Role[] readers() {
        return new Role[] {Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR};
    }

    private String dated(String key, Instant at, Language language) {
        return texts.text(language, key, Formats.of(language).date(Brussels.dateOf(at)));
    }

    private static Optional<String> open(Visitor reader, String path, Role... roles) {
        return reader.is(roles) ? Optional.of(path) : Optional.empty();
    }
}
