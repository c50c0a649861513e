package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a stranger does with a fresh demonstration, by its own buttons alone: a voucher's whole life from the civil registry
 * to the bank, then the plug pulled while money moves.
 */
class LifeOfAVoucherTests {

    private static final String ECONOMY = "Développement économique, Valérie Cornet, Marvanches";
    private static final String MAYOR = "Signataire, Françoise Durieux, Marvanches";
    private static final String DIRECTOR = "Signataire, Yves Delmotte, Marvanches";
    private static final String FINANCE = "Finances, Xavier Legrand, Marvanches";
    private static final String CASHIER = "À la caisse, Loïc Gillain, Marvanches";
    private static final String CAMPAIGN = "Bons de l’essai";
    private static final int TAPS_AFTER_THE_DIGITS = 2;
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
    private static final Pattern CREATE = Pattern.compile("Créer ([0-9 ]+) bons");

    @TempDir
    Path folder;

    private final Stopwatch watch = new Stopwatch();
    private Application application =
            Application.start(Filled.copy("life-data"), 0, Map.of("QUARTIER_DEMO_MOTION", "false"));

    @Test
    void aStrangerLeadsAVoucherFromTheRegistryToTheBankAndPullsThePlug() throws Exception {
        try (Person office = person("office")) {
            watch.lap("started");
            Path extract = office.fetch("Extrait du registre de la population (CSV)");
            Path regulation = office.fetch("Exemple de règlement (PDF)");
            writesACampaign(office, regulation);
            watch.lap("campaign written in nine steps");
            String children = triesItOnTheExtract(office, extract);
            opensItInTwo(office);
            watch.lap("extract previewed, tried, voted, opened by a second person");
            List<Letter> vouchers = Letter.on(prints(office, children), 0);
            watch.lap("vouchers made and letters printed");
            Path film = Film.of(vouchers.getFirst().picture(), folder.resolve("camera.y4m"));
            try (Person shop = person("shop", "--use-file-for-fake-video-capture=" + film)) {
                spends(shop, office);
                watch.lap("scanned, spent, seen, refused, given back");
                reimburses(office);
                watch.lap("reimbursed by two signatures");
                pullsThePlug(shop);
                watch.lap("plug pulled, started again, audited");
            }
        } finally {
            application.close();
        }
        System.out.println("a voucher's life in " + watch.total().toSeconds() + " s");
    }

    private Person person(String name, String... switches) throws Exception {
        var somebody = new Person(
                new Browser(Chromium.start(switches), application.base()), Files.createDirectory(folder.resolve(name)));
        somebody.browser().to("/demo");
        return somebody.press("Français");
    }

    private static void writesACampaign(Person office, Path regulation) {
        String next = "Enregistrer et continuer";
        office.become(ECONOMY).press("Campagnes de bons");
        office.press("Préparer une campagne").write("Nom de travail", CAMPAIGN).press("Commencer");
        office.reads("rubrique 1 sur 9")
                .write("Titre public (Français)", CAMPAIGN)
                .press(next);
        office.write("Version du règlement", "1.0")
                .attach("Texte du règlement", regulation)
                .press(next);
        office.write("Budget voté", "450 000,00").press(next);
        office.reads("L’âge se compte au").press(next);
        office.write("Premier jour", LocalDate.now(ZoneId.of("Europe/Brussels")).toString())
                .press(next);
        office.reads("Métiers").press(next);
        office.reads("Maximum par achat").press(next);
        office.choose("Nederlands").choose("Deutsch").press(next);
        office.reads("Compte débité")
                .write("Double signature à partir de", "10,00")
                .press(next);
        office.reads("Ce que la campagne dit");
        assertThat(office.browser().text()).doesNotContain("à compléter");
    }

    /** The extract is read and shown before anything is decided; the dry run counts its children. */
    private static String triesItOnTheExtract(Person office, Path extract) {
        office.press("Extrait du registre").choose("Tous les enfants").attach("Le fichier", extract);
        office.press("Lire le fichier").reads("Vérifier avant de confirmer");
        var create = CREATE.matcher(office.browser().text());
        assertThat(create.find()).isTrue();
        office.press("Extrait du registre").press(CAMPAIGN).press("Essai à blanc");
        office.reads("D’après l’extrait du registre").reads("Le budget suffit");
        office.press(CAMPAIGN);
        return create.group(1);
    }

    private static void opensItInTwo(Person office) {
        office.press("Enregistrer la décision du conseil").write("Référence de la décision", "CC-2026-99");
        office.press("Enregistrer la décision").reads("Décision enregistrée");
        office.press("Soumettre à l’ouverture")
                .press("Soumettre")
                .reads("attend l’ouverture par une deuxième personne");
        assertThat(office.browser().text()).doesNotContain("Ouvrir la campagne");
        office.become(MAYOR).press("Campagnes de bons").press(CAMPAIGN);
        office.press("Ouvrir la campagne").press("Ouvrir la campagne").reads("est ouverte");
    }

    private static Path prints(Person office, String children) throws Exception {
        office.become(ECONOMY).press("Campagnes de bons").press(CAMPAIGN);
        office.press("Extrait du registre").press("registre-marvanches.csv");
        office.press("Créer " + children + " bons").reads("C’est fait : " + children + " nouveaux bons");
        office.press("Préparer les lettres").press("Préparer les lettres").reads("Les lettres se préparent");
        Path letters = office.fetch("Lettres (PDF)");
        assertThat(Letter.pages(letters)).isGreaterThan(100);
        return letters;
    }

    private static void spends(Person shop, Person office) {
        office.press("Bons en direct").press(CAMPAIGN).reads("Aucun achat pour l’instant");
        shop.become(CASHIER).press("Caisse");
        shop.write("Nom de la caisse", "Comptoir")
                .write("Numéro secret", "4321")
                .press("Ouvrir la caisse");

        scans(shop).reads("100,00 €");
        int taps = types(shop, "12,50").taps();
        shop.press("Continuer").reads("Il restera 87,50 €");
        var wait = new Stopwatch();
        shop.press("Prendre 12,50 €");
        office.browser().says("12,50 €");
        System.out.println("the dashboard moved " + wait.total().toMillis() + " ms after the tap");
        assertThat(wait.total()).isLessThan(SEEN_WITHIN);
        shop.reads("Il reste 87,50 €");
        assertThat(shop.taps() - taps).isEqualTo(TAPS_AFTER_THE_DIGITS);

        shop.press("Bon suivant");
        types(scans(shop), "100,00").press("Continuer").reads("Ce bon n’a plus que 87,50 €");

        shop.press("Journée").press("12,50 €").press("Annuler ce paiement").reads("12,50 € rendu");
        office.reads("Aucun achat pour l’instant");

        shop.press("Bon suivant");
        types(scans(shop).reads("100,00 €"), "40,00").press("Continuer").press("Prendre 40,00 €");
        shop.reads("Il reste 60,00 €");
    }

    private static Person scans(Person shop) {
        return shop.press("Scanner le bon").reads("Reste sur le bon");
    }

    private static Person types(Person shop, String amount) {
        amount.chars().forEach(key -> shop.press(Character.toString(key)));
        return shop;
    }

    private void reimburses(Person office) throws Exception {
        office.become(ECONOMY).press("Remboursements");
        office.press("Proposer le paiement, " + CAMPAIGN).reads("0 sur 2");
        toTheRun(office.become(MAYOR)).press("Signer").reads("1 sur 2");
        assertThat(office.browser().text())
                .doesNotContain("Signer en second")
                .contains("demandez à une autre personne");
        toTheRun(office.become(DIRECTOR)).press("Signer en second").reads("2 sur 2");
        toTheRun(office.become(FINANCE)).press("Libérer et créer le fichier").reads("Le fichier est prêt");
        BankFile.read(office.fetch("Télécharger le fichier pour la banque")).pays("40.00");
    }

    private static Person toTheRun(Person office) {
        return office.press("Remboursements").pressIn(CAMPAIGN, "Paiement n°").reads("La chaîne du mandat");
    }

    private void pullsThePlug(Person shop) throws Exception {
        shop.press("Bon suivant");
        types(scans(shop).reads("60,00 €"), "5,00").press("Continuer").reads("Il restera 55,00 €");
        var others = new Traffic(application.base(), "marvanches");
        others.flows(50);
        others.plugIsPulled();
        application.kill();
        shop.press("Prendre 5,00 €").reads("On redemande, sans payer deux fois");
        application = application.again();
        Application.Outcome audit = application.audit();
        assertThat(audit.code()).as(audit.said()).isZero();
        System.out.println(audit.said());
        System.out.println(others.isRemembered() + " purchases acknowledged before the plug was pulled, all there");
        if (!shop.browser().path().contains("/receipts/")) {
            shop.reads("Toujours pas de réponse").press("Prendre 5,00 €");
        }
        shop.reads("Il reste 55,00 €");
    }
}
