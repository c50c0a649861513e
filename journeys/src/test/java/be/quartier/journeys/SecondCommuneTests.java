package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A neighbouring commune is invited, opens on one page, and shows the shops of the first one, which agreed. */
class SecondCommuneTests {

    private static final String CLERK = "greffe@valroche.example";
    private static final String OFFICER = "commerce@valroche.example";

    @TempDir
    Path folder;

    private final Stopwatch watch = new Stopwatch();

    @Test
    void aSecondCommuneJoinsAndSharesTheFirstOnesShops() throws Exception {
        try (Person first = person("first");
                Person clerk = person("clerk");
                Person officer = person("officer")) {
            watch.lap("three people at their desks");
            as(first, "admin").press("Inviter une commune").write("Adresse électronique", CLERK);
            first.press("Envoyer l’invitation").reads("L’invitation part");
            opensTheCommune(clerk);
            watch.lap("invited, named, opened, with a passkey and a colleague");
            comesIn(officer);
            officer.press("Communes voisines").pick("Commune", "Marvanches").press("Signer pour notre commune");
            officer.reads("C’est signé").reads("Attend l’autre commune");
            as(first, "economy").press("Communes voisines").press("Signer aussi avec Valroche");
            first.reads("C’est signé");
            as(first, "merchant").press("Être vu chez les voisins").press("Montrer mes produits à Valroche");
            first.reads("Vos produits sont montrés dans la boutique de Valroche");
            watch.lap("agreement signed by both, one shop shown");
            officer.browser().to("/valroche/shop");
            officer.reads("Chez nos voisins de Marvanches").reads("Petits Pas");
            System.out.println("a second commune in " + watch.total().toSeconds() + " s, "
                    + (first.taps() + clerk.taps() + officer.taps()) + " taps");
        }
    }

    private Person person(String name) throws IOException {
        var somebody = new Person(Browser.open(), Files.createDirectory(folder.resolve(name)));
        somebody.browser().device();
        return somebody.begins("Français");
    }

    private static Person as(Person somebody, String role) {
        somebody.browser().signIn(Demo.commune(), role).to("/" + Demo.commune());
        return somebody;
    }

    private static void opensTheCommune(Person clerk) {
        clerk.opens(CLERK, "vous invite sur la plateforme")
                .press(clerk.browser().base());
        clerk.write("Nom de la commune (Français)", "Valroche")
                .write("Codes postaux", "6999")
                .write("Nom et prénom", "Line Dubois")
                .press("Ouvrir la commune");
        clerk.reads("La commune est ouverte").press("Ajouter une clé d’accès").reads("Équipe de la commune");
        clerk.write("Adresse e-mail", OFFICER).write("Nom", "Karim Thill").choose("Service économie");
        clerk.press("Inviter par e-mail").reads("L’invitation est partie");
        assertThat(clerk.browser().path()).startsWith("/valroche/staff/");
    }

    private static void comesIn(Person officer) {
        officer.opens(OFFICER, "Valroche").press(officer.browser().base());
        officer.write("Adresse e-mail", OFFICER).press("Recevoir un code").reads("Votre code");
        officer.opens(OFFICER, "Votre code de connexion")
                .press(officer.browser().base());
        officer.press("Me connecter maintenant").press("Continuer avec une clé d’accès");
        officer.press("Ajouter une clé d’accès");
    }
}
