package be.quartier.vouchers.proof;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Role;
import be.quartier.installation.InstallationClock;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.SpendOutcome;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.letters.LetterBatches;
import be.quartier.vouchers.proof.ProofTown.Town;
import be.quartier.vouchers.till.Phone;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the public page to a voucher that spends, over HTTP, without an account and without JavaScript. */
@QuartierTest
class ProofJourneyTests {

    private static final String FOLLOW = "/vouchers/proof/follow";

    @LocalServerPort
    int port;

    @Autowired
    ProofTown towns;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Spends spends;

    @Autowired
    LetterBatches letters;

    @Autowired
    InstallationClock clock;

    private Town town;
    private Phone phone;
    private String apply;

    @BeforeEach
    void open() {
        town = towns.open(10);
        phone = new Phone(port, "/" + town.slug());
        apply = "/vouchers/proof/" + town.registry.campaign;
    }

    @Test
    void anApplicationIsAskedRefusedAppealedAcceptedAndItsVoucherSpends() {
        assertThat(phone.get("/vouchers").body()).contains("/" + town.slug() + apply);
        send("Nora", "n@example.org", List.of(ProofTown.PDF));
        assertThat(phone.page()).contains("Confirmez votre adresse");
        phone.get("/vouchers/proof/open/" + town.token());
        assertThat(phone.path()).endsWith(FOLLOW);
        phone.post(FOLLOW + "/confirm", Map.of());
        assertThat(phone.page()).contains("La commune examine votre demande", "Demande arrivée");

        Phone economy = staff(town.economy);
        String here = opened(economy);
        assertThat(economy.page()).contains("Lemaître", "Document 1", "n@example.org");
        economy.post(here + "/question", Map.of("question", "Il manque l’année scolaire."));
        phone.get(FOLLOW);
        assertThat(phone.page()).contains("Il manque l’année scolaire.", "Répondez au plus tard le");
        phone.upload(FOLLOW + "/answer", Map.of("words", "La voici."), "files", List.of(ProofTown.PDF));
        assertThat(phone.page()).contains("La voici.");

        economy.get(here);
        assertThat(economy.page()).contains("Document 2", "La voici.");
        economy.post(here + "/refusal", Map.of("why", "other-year", "words", "C’est celle de 2020."));
        phone.get(FOLLOW);
        assertThat(phone.page()).contains("autre année scolaire", "C’est celle de 2020.", "recours");
        phone.upload(FOLLOW + "/appeal", Map.of("words", "Lisez la page deux."), "files", List.of());
        assertThat(phone.page()).contains("Une autre personne décide");

        economy.get(here);
        assertThat(economy.page()).doesNotContain(here + "/acceptance");
        Phone approver = staff(town.approver);
        approver.get(here);
        approver.post(here + "/acceptance", Map.of());
        assertThat(approver.page()).contains("Bon émis");
        phone.get(FOLLOW);
        assertThat(phone.page()).contains("Le bon arrive par la poste");
        assertThat(town.mails())
                .extracting(OutgoingMessage::template)
                .contains(
                        "vouchers/proof-confirm",
                        "vouchers/proof-received",
                        "vouchers/proof-question",
                        "vouchers/proof-refused",
                        "vouchers/proof-appealed",
                        "vouchers/proof-accepted");
        spendsAndIsPrinted(here, economy);
    }

    private void spendsAndIsPrinted(String here, Phone economy) {
        Voucher issued = town.registry
                .in(() -> vouchers.ofCampaign(town.registry.campaign, 0, 10))
                .getFirst();
        UUID shop = UUID.randomUUID();
        town.registry.sql("""
                insert into trade (commune_id, code, position, name_fr, name_nl, name_de, name_en)
                values (:commune, 'librairie', 1, 'Librairie', 'Boekhandel', 'Buchhandlung', 'Bookshop')
                """, Map.of());
        town.registry.sql("""
                insert into merchant (commune_id, id, name, bce, trade, state, contact_name, contact_mail, language, applied_at)
                values (:commune, :merchant, 'Librairie Test', '0403019261', 'librairie', 'accepted', 'Test',
                  'test@example.org', 'fr', now())
                """, Map.of("merchant", shop));
        SpendOutcome spent = town.registry.in(() -> {
            acceptances.accept(town.registry.campaign, shop);
            return spends.spend(new Spend(vouchers.token(issued), 12_50, shop, UUID.randomUUID(), "key-of-proof"));
        });
        assertThat(spent).isInstanceOf(SpendOutcome.Done.class);
        assertThat(town.registry.in(() -> letters.waiting(town.registry.campaign)))
                .isEqualTo(1);
        town.registry.in(() -> letters.begin(UUID.randomUUID(), town.registry.campaign, town.economy));
        assertThat(economy.get(here).body()).contains("Lettre imprimée");
    }

    @Test
    void whatWasTypedIsKeptWhenSomethingIsWrong() {
        phone.get(apply);
        phone.post(apply, Map.of("self", "no", "first", "Nora", "last", "", "birth", ""));
        assertThat(phone.page())
                .contains(
                        "value=\"Nora\"", "href=\"#last\"", "href=\"#birth\"", "href=\"#parent\"", "class=\"errors\"");
        phone.post(apply, Map.of("self", "yes", "first", "Nora", "last", "L", "birth", "2020-01-01"));
        assertThat(phone.page()).contains("sans aucune formalité");
        phone.post(apply, Map.of("self", "yes", "first", "Nora", "last", "L", "birth", "1980-01-01"));
        assertThat(phone.page()).contains("de 19 à 21 ans");
        phone.post(apply, who("Nora"));
        phone.post(apply, Map.of("street", "Rue", "number", "1", "postcode", "1000", "town", "X", "mail", "no"));
        assertThat(phone.page()).contains("href=\"#postcode\"", "href=\"#mail\"", "value=\"Rue\"");
    }

    @Test
    void filesOfAnotherKindTooLargeOrTooManyAreRefusedAndAnswersKept() {
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(ProofTown.PDF, 12);
        byte[] large = Arrays.copyOf(ProofTown.PDF, Sent.BYTES_MAX + 10);
        byte[] jpegOnlyByHead = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 4, 0, 0};
        for (byte[] wrong : List.of(html, cut, jpegOnlyByHead, new byte[] {'P', 'K', 3, 4, 0})) {
            send("Nora", "n@example.org", List.of(wrong));
            assertThat(phone.page()).contains("ni une photo JPEG ou PNG", "value=\"Nora\"");
        }
        send("Nora", "n@example.org", List.of(ProofTown.PDF, large));
        assertThat(phone.page()).contains("dépasse 5 Mo", "value=\"Nora\"");
        send("Nora", "n@example.org", List.of(ProofTown.PDF, ProofTown.PDF, ProofTown.PDF, ProofTown.PDF));
        assertThat(phone.page()).contains("3 documents au plus");
        send("Nora", "n@example.org", List.of());
        assertThat(phone.page()).contains("au moins un document");
        assertThat(town.mails()).isEmpty();
        assertThat(town.registry.count("select count(*) from proof_file where commune_id = :commune"))
                .isZero();
    }

    @Test
    void aLinkThatIsOldReplacedOrOfAnotherCommuneOpensNothing() {
        send("Nora", "n@example.org", List.of(ProofTown.PDF));
        String first = town.token();
        phone.post("/vouchers/proof/link", Map.of("mail", "n@example.org"));
        String second = town.token();
        assertThat(second).isNotEqualTo(first);
        assertThat(phone.get("/vouchers/proof/open/" + first).statusCode()).isEqualTo(410);
        assertThat(phone.get("/vouchers/proof/open/" + second).statusCode()).isEqualTo(200);
        Phone elsewhere = new Phone(port, "/" + towns.open(1).slug());
        assertThat(elsewhere.get("/vouchers/proof/open/" + second).statusCode()).isEqualTo(410);
        town.registry.sql(
                "update proof_application set token_until = now() - interval '1 second'"
                        + " where commune_id = :commune",
                Map.of());
        assertThat(phone.get(FOLLOW).statusCode()).isEqualTo(410);
        assertThat(town.registry.count("select count(*) from proof_application where commune_id = :commune"
                        + " and token_hash::text like '%" + second + "%'"))
                .isZero();
    }

    @Test
    void aSignedInResidentNeedsNotConfirmTheOwnAddress() {
        String address = "line" + town.slug() + "@example.org";
        phone.signIn(town.resident(address));
        send("Line", address, List.of(ProofTown.PDF));
        assertThat(phone.page()).contains("Votre demande est arrivée");
        assertThat(town.mails()).extracting(OutgoingMessage::template).containsExactly("vouchers/proof-received");
    }

    @Test
    void afterTheLastDayNobodyCanApply() {
        phone.get(apply);
        town.registry.sql("delete from campaign_rule where commune_id = :commune and kind = 'age-on-proof'", Map.of());
        town.registry.sql("""
                insert into campaign_rule (commune_id, campaign_id, position, kind, from_age, to_age, reference, until)
                values (:commune, :campaign, 1, 'age-on-proof', 19, 21, :day, :until)
                """, Map.of("day", town.today, "until", town.today.minusDays(1)));
        assertThat(phone.post(apply, who("Nora")).statusCode()).isEqualTo(409);
        assertThat(phone.page()).contains("Ce n’est plus possible");
        assertThat(phone.get("/vouchers").body()).doesNotContain(apply);
    }

    @Test
    void aDocumentIsReadByReviewersAloneUnderANameOfOurs() {
        town.received("Ana", "3");
        Phone economy = staff(town.economy);
        opened(economy);
        Matcher file = Pattern.compile("/vouchers/proofs/[0-9a-f-]{36}/files/[0-9a-f-]{36}")
                .matcher(economy.page());
        assertThat(file.find()).isTrue();
        var answer = economy.get(file.group());
        assertThat(answer.body()).startsWith("%PDF-1.7");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("document-1.pdf");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Phone cashier = staff(town.person(Role.CASHIER));
        assertThat(cashier.get(file.group()).statusCode()).isEqualTo(403);
        assertThat(town.registry.count("select count(*) from proof_file where commune_id = :commune"
                        + " and position('%PDF'::bytea in content) > 0"))
                .isZero();
    }

    @Test
    void whoSignsDecidesAppealsAndReviewersTheFirstTime() {
        ProofApplication about = town.received("Ana", "3");
        String here = "/vouchers/proofs/" + about.id();
        Phone approver = staff(town.approver);
        approver.get(here);
        assertThat(approver.page()).doesNotContain("/acceptance\"");
        assertThat(approver.post(here + "/acceptance", Map.of()).statusCode()).isEqualTo(403);
        assertThat(town.now(about).state()).isEqualTo(ProofState.RECEIVED);
    }

    private void send(String first, String mail, List<byte[]> files) {
        phone.get(apply);
        phone.post(apply, who(first));
        phone.post(
                apply,
                Map.of(
                        "street",
                        "Rue de l’Église",
                        "number",
                        "12",
                        "postcode",
                        "7999",
                        "town",
                        "Clairval",
                        "mail",
                        mail,
                        "language",
                        "fr"));
        assertThat(phone.page()).contains("type=\"file\"");
        phone.upload(apply, Map.of("kind", "enrolment"), "files", files);
    }

    private Map<String, String> who(String first) {
        Map<String, String> who = new HashMap<>();
        who.put("self", "yes");
        who.put("first", first);
        who.put("last", "Lemaître");
        who.put("birth", town.birth().toString());
        return who;
    }

    private Phone staff(UUID person) {
        Phone staff = new Phone(port, "/" + town.slug());
        staff.signIn(town.cookie(person));
        return staff;
    }

    /** Opens the first application of the queue. */
    private String opened(Phone economy) {
        Matcher one = Pattern.compile("/vouchers/proofs/[0-9a-f-]{36}")
                .matcher(economy.get("/vouchers/proofs").body());
        assertThat(one.find()).isTrue();
        economy.get(one.group());
        return one.group();
    }
}
