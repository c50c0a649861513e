package be.quartier.vouchers.till;

import be.quartier.commune.Commune;
import be.quartier.merchants.Till;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import be.quartier.vouchers.signals.store.SaleRows;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells one browser from another when it becomes a till, by a cookie of its own of which only a keyed hash is kept: one device that
 * serves two shops is a signal. Only a browser that becomes a till gets the cookie.
 */
@Component
class DeviceMarks {

    private static final Duration LASTS = Duration.ofDays(400);

    private final SaleRows rows;
    private final SessionCookie cookies;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DeviceMarks(JdbcClient jdbc, SessionCookie cookies, Vault vault, TransactionTemplate transactions, Clock clock) {
        this.rows = new SaleRows(jdbc);
        this.cookies = cookies;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Keeps on which device a new till is. */
    void remember(Commune commune, Till till, HttpServletRequest request, HttpServletResponse response) {
        String name = cookies.name("quartier-device");
        String mark = cookies.read(request, name).orElseGet(vault::secret);
        cookies.set(response, name, mark, LASTS);
        byte[] hash = vault.hash("till-device", mark);
        transactions.executeWithoutResult(
                _ -> rows.addDevice(commune.id().value(), till.id(), till.merchant(), hash, clock.instant()));
    }
}
