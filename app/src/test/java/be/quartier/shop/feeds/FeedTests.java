package be.quartier.shop.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The feeds as their takers read them; the checker must see what is wrong. */
class FeedTests {

    @Test
    void anArticleWithEverythingPassesBothCheckers() {
        for (FeedItem.Availability availability : FeedItem.Availability.values()) {
            FeedItem item = item("Tarte \"maison\", aux pommes & poires", 1250, availability);
            assertThat(meta(item)).isEqualTo(new FeedChecker.Checked(1, java.util.List.of()));
            assertThat(google(item)).isEqualTo(new FeedChecker.Checked(1, java.util.List.of()));
        }
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        FeedItem good = item("Tarte", 1250, FeedItem.Availability.IN_STOCK);
        assertThat(meta(with(good, "", good.image(), good.gtin())).faults())
                .singleElement()
                .asString()
                .contains("title");
        assertThat(google(with(good, "x".repeat(151), good.image(), good.gtin()))
                        .faults())
                .singleElement()
                .asString()
                .contains("title");
        assertThat(meta(with(good, "Tarte", "", good.gtin())).faults())
                .singleElement()
                .asString()
                .contains("image_link");
        assertThat(google(with(good, "Tarte", good.image(), Optional.of("5400112345678")))
                        .faults())
                .singleElement()
                .asString()
                .contains("gtin");
        assertThat(meta(item("Tarte", 0, FeedItem.Availability.IN_STOCK)).faults())
                .singleElement()
                .asString()
                .contains("price");
        String twice = MetaFeed.head() + MetaFeed.line(good) + MetaFeed.line(good);
        assertThat(FeedChecker.meta(twice).faults()).singleElement().asString().contains("twice");
        assertThat(FeedChecker.google("<rss><channel>").faults())
                .singleElement()
                .asString()
                .contains("XML");
        String bare = GoogleFeed.head("t", "l")
                + GoogleFeed.item(good).replaceAll("<g:(external_seller_id|identifier_exists)>.*\n", "")
                + GoogleFeed.foot();
        assertThat(FeedChecker.google(bare).faults()).hasSize(2);
    }

    private static FeedChecker.Checked meta(FeedItem item) {
        return FeedChecker.meta(MetaFeed.head() + MetaFeed.line(item));
    }

    private static FeedChecker.Checked google(FeedItem item) {
        return FeedChecker.google(
                GoogleFeed.head("Boutique", "https://q.example/a") + GoogleFeed.item(item) + GoogleFeed.foot());
    }

    private static FeedItem item(String title, long cents, FeedItem.Availability availability) {
        return new FeedItem(
                "01890000-0000-7000-8000-000000000001",
                "01890000-0000-7000-8000-000000000002",
                title,
                "Cuite ce matin,\nà la main",
                availability,
                cents,
                true,
                "https://q.example/a/shop/p/1",
                "https://q.example/a/shop/photo/1/feed.jpg",
                "La Mie",
                Optional.empty(),
                "01890000-0000-7000-8000-000000000003");
    }

    private static FeedItem with(FeedItem item, String title, String image, Optional<String> gtin) {
        return new FeedItem(
                item.id(),
                item.group(),
                title,
                item.description(),
                item.availability(),
                item.priceCents(),
                item.weighed(),
                item.link(),
                image,
                item.brand(),
                gtin,
                item.seller());
    }
}
