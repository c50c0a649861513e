package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the shared shop promises, by its own buttons alone: a shopkeeper asks to be called, is called, enters three products on
 * a phone and opens; a resident buys from three merchants in one basket, pays each in its own way and follows; one merchant
 * lacks a line and only that part changes.
 */
class LifeOfAShopTests {

    private static final String ECONOMY = "Développement économique, Valérie Cornet, Marvanches";
    private static final String SHOES = "Commerçant·e, Nathalie Lemaire, Marvanches";
    private static final String RESIDENT = "Habitant·e, Aurélie Bauduin, Marvanches";
    private static final String ENTERPRISE = "1801999979";
    private static final String SHOP = "Laiterie du Moulin";
    private static final String MAIL = "laiterie@moulin.example";
    private static final int PHONE = 360;
    private static final Map<String, String> GOODS =
            Map.of("Beurre de baratte", "4,20", "Fromage frais", "3,60", "Yaourt nature", "1,80");
    private static final String WAITS = "Attend la réponse du commerce";

    @TempDir
    Path folder;

    private final Stopwatch watch = new Stopwatch();

    @Test
    void aShopkeeperJoinsAndAResidentBuysFromThreeMerchantsAtOnce() throws Exception {
        try (Person shop = person("shop");
                Person buyer = person("buyer")) {
            shop.browser().width(PHONE);
            watch.lap("started");
            asksToBeCalled(shop);
            isCalled(buyer);
            watch.lap("seven questions answered, called, confirmed");
            opensAFront(shop);
            watch.lap("signed in by code, three products entered, front opened, all on a phone");
            fillsABasket(buyer);
            ordersThreeWays(buyer);
            watch.lap("basket of three merchants ordered with three ways to pay");
            lacksALine(shop, buyer);
            watch.lap("one line lacking, the other merchants untouched");
            looksInDutch(buyer);
            watch.lap("found again in Dutch from the first page");
        }
        System.out.println("a shop's life in " + watch.total().toSeconds() + " s");
    }

    private Person person(String name) throws IOException {
        return new Person(Browser.open(), Files.createDirectory(folder.resolve(name))).begins("Français");
    }

    private static void asksToBeCalled(Person shop) {
        shop.press("Marvanches").press("Inscrire mon commerce");
        shop.write("Numéro d’entreprise", ENTERPRISE).press("Continuer");
        shop.write("Nom du commerce", SHOP)
                .pick("Métier", "Épicerie, alimentation")
                .press("Continuer");
        shop.write("Rue", "Rue du Moulin").write("Numéro", "3").press("Continuer");
        shop.write("Prénom et nom", "Maud Lenoir")
                .write("Téléphone", "0470 00 11 99")
                .write("Adresse e-mail", MAIL)
                .press("Continuer");
        shop.choose("le matin").press("Continuer");
        shop.write("Ce que vous vendez", "Beurre, fromage frais et yaourts de nos vaches.")
                .press("Continuer");
        shop.choose("Vendre dans la boutique partagée").press("Demander à être rappelé");
        shop.reads("Nous vous rappelons");
    }

    private static void isCalled(Person office) {
        office.become(ECONOMY).press("Rappels").press("Ouvrir, " + SHOP);
        office.press("J’appelle maintenant").reads("Vous appelez").reads("Bonjour Maud Lenoir");
        office.choose("Oui, le commerce participe").press("Noter");
        office.reads("Le commerce participe");
    }

    private void opensAFront(Person shop) throws IOException {
        shop.opens(MAIL, SHOP + " participe").press(shop.browser().base());
        shop.write("Adresse e-mail", MAIL).press("Recevoir un code").reads("Votre code");
        shop.opens(MAIL, "Votre code de connexion").press(shop.browser().base()).press("Me connecter maintenant");
        shop.press("Ma boutique").press("Modifier, Rue du Moulin");
        for (String day : List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")) {
            shop.write(day, "8-19");
        }
        shop.press("Enregistrer").reads("est à jour");
        for (Map.Entry<String, String> good : GOODS.entrySet()) {
            shop.press("Mes produits").press("Nouveau produit");
            shop.attach("Photo", picture(good.getKey())).write("Nom du produit", good.getKey());
            shop.write("Prix", good.getValue()).write("Stock", "20").press("Publier");
            shop.reads("« " + good.getKey() + " » est en vente");
        }
        shop.press("Vendre en ligne").pick("Sur place, au retrait", "1er choix");
        shop.write("Présentez-vous", "Douze vaches, un moulin et trois générations.");
        shop.press("Enregistrer mes conditions").reads("Vos conditions sont enregistrées");
        shop.press("Ouvrir ma vitrine").reads("Votre vitrine est ouverte");
    }

    private Path picture(String name) throws IOException {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xF3D27A));
        pen.fillOval(80, 60, 480, 360);
        pen.dispose();
        Path file = folder.resolve(name.replace(' ', '-') + ".jpg");
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }

    private static void fillsABasket(Person buyer) {
        buyer.become(RESIDENT).press("La boutique");
        for (String good : List.of("Beurre de baratte", "Pain au levain", "Cire et brosse", "Pantoufles en feutre")) {
            buyer.write("Que cherchez-vous ?", good).press("Chercher").press(good);
            if (good.startsWith("Pain")) {
                buyer.write("Quantité", "3");
            }
            buyer.press("Ajouter au panier").reads("C’est dans le panier");
            buyer.press("La boutique");
        }
        buyer.press("Panier").reads("Total : 42,00 €");
    }

    private static void ordersThreeWays(Person buyer) {
        buyer.press("Commander").write("Nom", "Aurélie Bauduin").write("Adresse e-mail", "aurelie@maison.example");
        buyer.press("Continuer").choose("Je retire chez chaque commerce").press("Continuer");
        buyer.chooseIn(SHOP, "Au retrait").chooseIn("La Mie Dorée", "Virement").chooseIn("Petits Pas", "Bon de la");
        buyer.write("Code du bon", Demo.vouchers(1).getFirst()).press("Continuer");
        buyer.reads("Vérifier et commander").press("Commander et m’engager à payer");
        buyer.reads(WAITS).reads("Total : 42,00 €").reads("Virement").reads("Bon de la commune");
        assertThat(buyer.browser().text().split(WAITS, -1)).hasSize(4);
    }

    private static void lacksALine(Person shop, Person buyer) {
        String tracking = buyer.browser().path();
        String number = buyer.browser().find("h1").getText().replace("Commande ", "");
        shop.become(SHOES).press("Commandes").press(number);
        shop.chooseIn("Pantoufles en feutre", "Nous ne l’avons pas").press("Accepter la commande");
        shop.reads("Acceptée en partie");
        buyer.browser().to(tracking);
        buyer.reads("Acceptée en partie").reads("Pas disponible").reads("Total : 22,50 €");
        buyer.reads("Bon de la commune · 6,90 €").reads("Virement · 11,40 €").reads("Au retrait · 4,20 €");
        assertThat(buyer.browser().text().split(WAITS, -1)).hasSize(3);
    }

    /** Somebody else, without an account, who reads Dutch. */
    private static void looksInDutch(Person newcomer) {
        newcomer.browser().driver().manage().deleteAllCookies();
        newcomer.begins("Nederlands").press("Marvanches").press("Mijn zaak inschrijven");
        newcomer.reads("Zeven korte vragen");
        newcomer.browser().to("/");
        newcomer.press("Marvanches").press("Hoe het werkt");
        newcomer.reads("Schrijf uw zaak vooraf in").press("Naar de winkel");
        newcomer.press(SHOP).press("Beurre de baratte").press("In de mand");
        newcomer.reads("Het zit in de mand")
                .press("Mand")
                .reads("Totaal: € 4,20")
                .press("Bestellen");
        newcomer.reads("Geen account nodig");
    }
}
