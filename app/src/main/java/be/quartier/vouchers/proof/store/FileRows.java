package be.quartier.vouchers.proof.store;

import be.quartier.vouchers.proof.ProofFile;
import be.quartier.vouchers.proof.Sent;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code proof_file}; contents go in and out sealed. */
public final class FileRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a document. */
    public void add(int commune, UUID application, ProofFile file, byte[] sealed) {
        jdbc.sql("""
                        insert into proof_file (commune_id, id, application_id, place, type, bytes, content, sent_at)
                        values (:commune, :id, :application, :place, :type, :bytes, :content, :at)
                        """)
                .param("commune", commune)
                .param("id", file.id())
                .param("application", application)
                .param("place", file.place())
                .param("type", file.type().code())
                .param("bytes", file.bytes())
                .param("content", sealed)
                .param("at", ApplicationRows.utc(file.sentAt()))
                .update();
    }

    /** The documents of an application in their order. */
    public List<ProofFile> of(int commune, UUID application) {
        return jdbc.sql("""
                        select id, place, type, bytes, sent_at
                        from proof_file
                        where commune_id = :commune and application_id = :application
                        order by place
                        """)
                .param("commune", commune)
                .param("application", application)
                .query((row, number) -> new ProofFile(
                        row.getObject("id", UUID.class),
                        row.getInt("place"),
                        Sent.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                        row.getInt("bytes"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The sealed content of a document of an application. */
    public Optional<byte[]> content(int commune, UUID application, UUID file) {
        return jdbc.sql("""
                        select content from proof_file
                        where commune_id = :commune and application_id = :application and id = :id
                        """)
                .param("commune", commune)
                .param("application", application)
                .param("id", file)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
