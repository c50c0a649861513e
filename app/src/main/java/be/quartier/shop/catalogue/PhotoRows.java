package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code product_photo}. */
@Repository
class PhotoRows {

    private final JdbcClient jdbc;

    PhotoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts this picture in the place of the one before. */
    void put(CommuneId commune, UUID id, UUID product, Developed.Picture picture, Instant now) {
        jdbc.sql("""
            insert into product_photo (commune_id, id, product_id, list, page, feed, taken_at)
            values (:commune, :id, :product, :list, :page, :feed, :now)
            on conflict (commune_id, product_id) do update
              set id = excluded.id, list = excluded.list, page = excluded.page, feed = excluded.feed,
                  taken_at = excluded.taken_at
            """)
                .param("commune", commune.value())
                .param("id", id)
                .param("product", product)
                .param("list", picture.list())
                .param("page", picture.page())
                .param("feed", picture.feed())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The product a picture shows. */
    Optional<UUID> product(CommuneId commune, UUID id) {
        return jdbc.sql("select product_id from product_photo where commune_id = :commune and id = :id")
                .param("commune", commune.value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** The JPEG file of a picture in a size. */
    Optional<byte[]> file(CommuneId commune, UUID id, PhotoSize size) {
        String column = switch (size) {
            case LIST -> "list";
            case PAGE -> "page";
            case FEED -> "feed";
        };
        return jdbc.sql("select " + column + " from product_photo where commune_id = :commune and id = :id")
                .param("commune", commune.value())
                .param("id", id)
                .query(byte[].class)
                .optional();
    }
}
