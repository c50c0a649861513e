package be.quartier.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlashTests {

    @Test
    void neitherARedirectNorAnUndoLeavesThisSite() {
        assertThatIllegalArgumentException().isThrownBy(() -> View.redirect("https://evil.example"));
        assertThatIllegalArgumentException().isThrownBy(() -> View.redirect("//evil.example"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flash.done("pages.undo").undo("//evil.example", Map.of()));
        assertThat(View.redirect("/here?a=b")).isInstanceOf(View.Redirect.class);
    }
}
