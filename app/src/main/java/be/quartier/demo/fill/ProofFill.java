package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.demo.region.Household;
import be.quartier.demo.region.Resident;
import be.quartier.demo.region.Town;
import be.quartier.installation.Ids;
import be.quartier.installation.InstallationClock;
import be.quartier.pages.Texts;
import be.quartier.paper.Report;
import be.quartier.people.EmailAddress;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.proof.Acted;
import be.quartier.vouchers.proof.ProofApplication;
import be.quartier.vouchers.proof.ProofApplication.Young;
import be.quartier.vouchers.proof.ProofDesk;
import be.quartier.vouchers.proof.ProofKind;
import be.quartier.vouchers.proof.ProofRefusal;
import be.quartier.vouchers.proof.ProofReview;
import be.quartier.vouchers.proof.Sent;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A few young people who applied with a proof in the last days, one in each state an application can be in. */
@Component
@Order(55)
class ProofFill implements FillStep {

    private static final int FROM_AGE = 19;
    private static final int TO_AGE = 21;
    private static final int FIRST_HOURS_AGO = 68;

    private final ProofDesk desk;
    private final ProofReview review;
    private final DemoCampaigns campaigns;
    private final Cast cast;
    private final Texts texts;
    private final Ids ids;
    private final InstallationClock clock;

    ProofFill(
            ProofDesk desk,
            ProofReview review,
            DemoCampaigns campaigns,
            Cast cast,
            Texts texts,
            Ids ids,
            InstallationClock clock) {
        this.desk = desk;
        this.review = review;
        this.campaigns = campaigns;
        this.cast = cast;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    private record Person(Household household, Resident young) {}

    @Override
    public String name() {
        return "proofs";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public void fill(Town town) {
        Campaign campaign = campaigns.open().orElseThrow();
        List<Person> people = people(town, campaign.terms().reference());
        UUID economy = cast.person(town, Role.ECONOMY);
        UUID approver = cast.person(town, Role.APPROVER);
        List<ProofApplication> sent = new ArrayList<>();
        for (int i = 0; i < Math.min(7, people.size()); i++) {
            Person one = people.get(i);
            ProofKind kind = List.of(ProofKind.values()).get(i % 4);
            boolean parent = i % 3 == 1;
            sent.add(at(FIRST_HOURS_AGO - i, () -> apply(town, campaign, one, kind, parent)));
        }
        decide(sent, economy, approver);
    }

    /** The first waits for a decision, each of the others is a step further. */
    private void decide(List<ProofApplication> sent, UUID economy, UUID approver) {
        for (int i = 1; i < sent.size(); i++) {
            ProofApplication about = sent.get(i);
            UUID id = about.id();
            String question = words(about, "question");
            String refused = words(about, "refused");
            switch (i) {
                case 1 -> done(40, () -> review.ask(id, question, economy));
                case 2 -> {
                    done(50, () -> review.ask(id, question, economy));
                    done(30, () -> desk.answer(id, words(about, "answer"), List.of(document(about))));
                }
                case 3 -> done(26, () -> review.refuse(id, ProofRefusal.OTHER_YEAR, refused, economy));
                case 4 -> {
                    done(44, () -> review.refuse(id, ProofRefusal.NOT_A_PROOF, refused, economy));
                    done(20, () -> desk.appeal(id, words(about, "appeal"), List.of(document(about))));
                }
                case 5 -> done(24, () -> review.accept(id, Optional.empty(), economy));
                default -> {
                    done(46, () -> review.refuse(id, ProofRefusal.OTHER_PERSON, refused, economy));
                    done(28, () -> desk.appeal(id, words(about, "appeal"), List.of()));
                    done(6, () -> review.refuse(id, ProofRefusal.OTHER_PERSON, words(about, "upheld"), approver));
                }
            }
        }
    }

    private void done(int hoursAgo, Supplier<Acted> act) {
        if (at(hoursAgo, act) instanceof Acted.Refused(Acted.Why why)) {
            throw new IllegalStateException("The demonstration's application was refused: " + why);
        }
    }

    private ProofApplication apply(Town town, Campaign campaign, Person one, ProofKind kind, boolean parent) {
        Resident young = one.young();
        var home = one.household().dwelling();
        Language language = one.household().language();
        var typed = new ProofApplication.Home(
                home.street().name(language),
                Integer.toString(home.number()),
                home.box(),
                town.postcode(),
                town.name(language));
        var who = Young.typed(young.surname(), young.givenName(), young.birth(), typed, language);
        Resident head = one.household().head();
        var order = new ProofDesk.Order(
                ids.uuid(),
                campaign.id(),
                who,
                parent ? Optional.of(head.givenName() + " " + head.surname()) : Optional.empty(),
                kind,
                address(town, young),
                Optional.empty(),
                List.of(document(who)));
        return desk.confirm(desk.apply(order).id());
    }

    private static EmailAddress address(Town town, Resident young) {
        String name = young.givenName().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return EmailAddress.of(name + young.birth().getYear() + "@" + town.slug() + ".example")
                .orElseThrow();
    }

    private Sent document(ProofApplication about) {
        return document(about.who());
    }

    /** What a school would give. */
    private Sent document(Young who) {
        var bytes = new ByteArrayOutputStream();
        Language language = who.language();
        String title = texts.text(language, "demo.proof.document.title");
        String school = texts.text(language, "demo.proof.document.school");
        var report = new Report(bytes, texts, new Report.Heading(school, title, language, clock.instant()));
        int year = Brussels.today(clock).minusMonths(8).getYear();
        report.paragraph(texts.text(
                language,
                "demo.proof.document.text",
                who.name(),
                who.birth().orElseThrow(),
                Integer.toString(year),
                Integer.toString(year + 1)));
        report.finish();
        return Sent.of(bytes.toByteArray()).orElseThrow();
    }

    private String words(ProofApplication about, String which) {
        return texts.text(about.who().language(), "demo.proof." + which);
    }

    /** Who is of the age on the day that counts, whose birth the registry knows whole and whose home is no secret. */
    private static List<Person> people(Town town, LocalDate reference) {
        List<Person> people = new ArrayList<>();
        for (Household household : town.households()) {
            household.members().stream()
                    .filter(one -> one.age(reference) >= FROM_AGE && one.age(reference) <= TO_AGE)
                    .filter(one -> one.standing() == Resident.Standing.PRESENT)
                    .filter(one -> one.birthKnown() == Resident.BirthKnown.DAY)
                    .filter(one -> one.kinship() == Resident.Kinship.CHILD && !household.protectedAddress())
                    .findFirst()
                    .ifPresent(one -> people.add(new Person(household, one)));
        }
        return people;
    }

    private <T> T at(int hoursAgo, Supplier<T> work) {
        Instant then = clock.instant().minus(Duration.ofHours(hoursAgo));
        return clock.at(then, work);
    }
}
