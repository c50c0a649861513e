package be.quartier.shop.front.web;

import be.quartier.commune.Allows;
import be.quartier.pages.View;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How to buy, to sell and to help, told to a newcomer on one page. */
@Controller
class GuidePages {

    private static final int BUY = 6;
    private static final int SELL = 5;
    private static final int TOWN = 2;

    @GetMapping("/{commune}/shop/guide")
    @Allows(everyone = true)
    View guide() {
        return View.of("shop/front/guide", Map.of("buy", BUY, "sell", SELL, "town", TOWN));
    }
}
