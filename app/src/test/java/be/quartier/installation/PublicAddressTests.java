package be.quartier.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTests {

    @Test
    void withoutAnAddressOfTheOperatorLinksLeadToThePortServed() {
        assertThat(PublicAddress.of(new MockEnvironment().withProperty("server.port", "18100")))
                .isEqualTo("http://localhost:18100");
    }

    @Test
    void theOperatorsAddressCountsWithoutItsLastSlash() {
        assertThat(PublicAddress.of(new MockEnvironment()
                        .withProperty("server.port", "8080")
                        .withProperty("quartier.base-url", "https://bons.example/")))
                .isEqualTo("https://bons.example");
    }
}
