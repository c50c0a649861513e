package be.quartier.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PostalOrderTests {

    private static final List<PostalAddress> ROUND = List.of(
            address("4990", "Zum Bach", "1", ""),
            address("4999", "Avenue des Érables", "9", ""),
            address("4999", "Avenue des Erables", "10", ""),
            address("4999", "Avenue des Érables", "10", "2"),
            address("4999", "avenue des érables", "10", "12"),
            address("4999", "Avenue des Érables", "10A", ""),
            address("4999", "Avenue des Érables", "101", ""),
            address("4999", "Rue Haute", "2", ""));

    @Test
    void thePostmanWalksTheStreetInOrder() {
        for (long seed = 0; seed < 50; seed++) {
            var shuffled = new ArrayList<>(ROUND);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(PostalAddress.POSTAL_ORDER);
            assertThat(shuffled).as("seed %d", seed).isEqualTo(ROUND);
        }
    }

    @Test
    void theOrderIsTotalOnWildTexts() {
        long seed = 20_261_123L;
        var random = new Random(seed);
        String letters = "0129aAbÉé /-";
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            texts.add(text.toString());
        }
        for (String a : texts) {
            for (String b : texts) {
                int order = Integer.signum(NaturalOrder.INSTANCE.compare(a, b));
                assertThat(Integer.signum(NaturalOrder.INSTANCE.compare(b, a)))
                        .as("seed %d: %s %s", seed, a, b)
                        .isEqualTo(-order);
            }
        }
        texts.sort(NaturalOrder.INSTANCE);
    }

    @Test
    void theBoxComesAfterTheNumber() {
        assertThat(address("4999", "Rue Haute", "12", "3").streetLine("bte")).isEqualTo("Rue Haute 12 bte 3");
        assertThat(address("4999", "Rue Haute", "12", "").streetLine("bte")).isEqualTo("Rue Haute 12");
    }

    private static PostalAddress address(String postcode, String street, String number, String box) {
        return new PostalAddress(street, number, box, postcode, "Valmont");
    }
}
