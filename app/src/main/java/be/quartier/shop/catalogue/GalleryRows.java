package be.quartier.shop.catalogue;

import be.quartier.commune.CommuneId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code gallery_photo}. */
@Repository
class GalleryRows {

    private static final String COLUMNS = "select id, merchant_id, product_id, alt from gallery_photo ";

    private final JdbcClient jdbc;

    GalleryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one change of a merchant's pictures at a time go on, until the end of the transaction. */
    void lock(CommuneId commune, UUID merchant) {
        jdbc.sql("select pg_advisory_xact_lock(:commune, hashtext(:merchant))")
                .param("commune", commune.value())
                .param("merchant", "gallery " + merchant)
                .query((ResultSet row) -> {});
    }

    List<GalleryPhoto> of(CommuneId commune, UUID merchant, Optional<UUID> product) {
        return jdbc.sql(COLUMNS + """
            where commune_id = :commune and merchant_id = :merchant and product_id is not distinct from :product
            order by position, id
            """)
                .param("commune", commune.value())
                .param("merchant", merchant)
                .param("product", product.orElse(null), java.sql.Types.OTHER)
                .query(GalleryRows::photo)
                .list();
    }

    Optional<GalleryPhoto> find(CommuneId commune, UUID id) {
        return jdbc.sql(COLUMNS + "where commune_id = :commune and id = :id")
                .param("commune", commune.value())
                .param("id", id)
                .query(GalleryRows::photo)
                .optional();
    }

    void add(CommuneId commune, GalleryPhoto photo, int position, Developed.Picture picture, Instant now) {
        jdbc.sql("""
            insert into gallery_photo
              (commune_id, id, merchant_id, product_id, position, alt, list, page, taken_at)
            values (:commune, :id, :merchant, :product, :position, :alt, :list, :page, :now)
            """)
                .param("commune", commune.value())
                .param("id", photo.id())
                .param("merchant", photo.merchant())
                .param("product", photo.product().orElse(null), java.sql.Types.OTHER)
                .param("position", position)
                .param("alt", photo.alt())
                .param("list", picture.list())
                .param("page", picture.page())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void place(CommuneId commune, UUID id, int position) {
        jdbc.sql("update gallery_photo set position = ? where commune_id = ? and id = ?")
                .params(position, commune.value(), id)
                .update();
    }

    void describe(CommuneId commune, UUID id, String alt) {
        jdbc.sql("update gallery_photo set alt = ? where commune_id = ? and id = ?")
                .params(alt, commune.value(), id)
                .update();
    }

    void remove(CommuneId commune, UUID id) {
        jdbc.sql("delete from gallery_photo where commune_id = ? and id = ?")
                .params(commune.value(), id)
                .update();
    }

    /** The JPEG file of a picture, small or large. */
    Optional<byte[]> file(CommuneId commune, UUID id, boolean large) {
        return jdbc.sql("select " + (large ? "page" : "list") + " from gallery_photo where commune_id = ? and id = ?")
                .params(commune.value(), id)
                .query(byte[].class)
                .optional();
    }

    private static GalleryPhoto photo(ResultSet row, int number) throws SQLException {
        return new GalleryPhoto(
                row.getObject("id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                Optional.ofNullable(row.getObject("product_id", UUID.class)),
                row.getString("alt"));
    }
}
