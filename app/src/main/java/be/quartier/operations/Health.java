package be.quartier.operations;

import be.quartier.commune.Allows;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers whether this node can serve now. */
@RestController
class Health {

    private static final int ANSWER_SECONDS_MAX = 2;

    private final JdbcTemplate jdbc;

    Health(javax.sql.DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setQueryTimeout(ANSWER_SECONDS_MAX);
    }

    /** 200 when the database answers, else 503: a balancer takes the node out, nobody need page anyone at once. */
    @GetMapping("/health")
    @Allows(everyone = true)
    ResponseEntity<Map<String, String>> health() {
        try {
            jdbc.queryForObject("select 1", Integer.class);
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("status", "up", "database", "up"));
        } catch (DataAccessException | TransactionException e) {
            return ResponseEntity.status(503)
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("status", "down", "database", "down"));
        }
    }
}
