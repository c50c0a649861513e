package be.quartier.paper;

import be.quartier.commune.Language;
import be.quartier.paper.Letter.VoucherSlip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters of an invented commune. */
final class Samples {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final List<String> NAMES = List.of(
            "Noé L.",
            "Lina D.",
            "Şükrü Y.",
            "Łucja W.",
            "Jean-Baptiste V.",
            "Ève M.",
            "Zoë P.",
            "Maximilian-Alexander K.");
    private static final List<String> STREETS = List.of(
            "Rue de la Fontaine-aux-Oiseaux",
            "Kerkstraat",
            "Avenue du Général de Gaulle",
            "Am Bach",
            "Place Saint-Étienne");

    private Samples() {}

    static LetterContent content(int shops) {
        return new LetterContent(
                LocalDate.of(2026, 11, 23),
                Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), Samples::words)),
                Arrays.stream(Language.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                _ -> IntStream.range(0, shops)
                                        .mapToObj(Samples::shop)
                                        .toList())),
                "valmont.example/bons");
    }

    private static LetterContent.Words words(Language language) {
        return switch (language) {
            case FR -> words("Valmont", "Service de l'économie locale", "Pour le Collège communal");
            case NL -> words("Valmont", "Dienst lokale economie", "Namens het college");
            case DE -> words("Valmont", "Dienst für lokale Wirtschaft", "Für das Gemeindekollegium");
            case EN -> words("Valmont", "Local economy office", "For the municipal executive");
        };
    }

    private static LetterContent.Words words(String commune, String office, String signature) {
        return new LetterContent.Words(
                commune,
                office,
                List.of("Place du Marché 1", "0800 12 345", "economie@valmont.example"),
                "0800 12 345",
                List.of(),
                List.of(signature),
                "Règlement du 22 septembre 2026, art. L1122-30.");
    }

    static PartnerShop shop(int i) {
        return new PartnerShop(
                "Boulangerie Au Bon Pain " + i,
                "Boulangerie",
                "Rue Haute " + (i + 1),
                i % 2 == 0 ? "Centre" : "Gare",
                "ma-sa 8-18");
    }

    static Letter letter(int sequence, Language language, int children, Random random) {
        var slips = new ArrayList<VoucherSlip>();
        for (int i = 0; i < children; i++) {
            slips.add(slip(NAMES.get((sequence + i) % NAMES.size()), random));
        }
        String street = STREETS.get(sequence % STREETS.size());
        return new Letter(
                sequence,
                language,
                List.of("Famille Lambert-Vandenberghe"),
                Optional.of(new PostalAddress(
                        street, Integer.toString(1 + sequence % 200), sequence % 7 == 0 ? "3" : "", "4999", "Valmont")),
                slips);
    }

    static VoucherSlip slip(String bearer, Random random) {
        String code = random(12, random);
        return new VoucherSlip(
                bearer,
                1 + random.nextInt(5_500),
                10_000,
                "HTTPS://QUARTIER.EXAMPLE.BE/VALMONT/B/" + random(26, random),
                code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8),
                LocalDate.of(2027, 3, 31));
    }

    private static String random(int length, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return text.toString();
    }
}
