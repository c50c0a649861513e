package be.quartier.vouchers;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.vouchers.store.SpendFacts;
import be.quartier.vouchers.store.SpendRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A shop of the current commune looks at a voucher before it takes part of it; wrong typed codes count against guessing. */
@Component
public class Looks {

    private final Balances balances;
    private final Vouchers vouchers;
    private final VoucherSecrets secrets;
    private final SpendRows rows;
    private final Clock clock;

    Looks(Balances balances, Vouchers vouchers, VoucherSecrets secrets, JdbcClient jdbc, Clock clock) {
        this.balances = balances;
        this.vouchers = vouchers;
        this.secrets = secrets;
        this.rows = new SpendRows(jdbc);
        this.clock = clock;
    }

    /** What is on the voucher, or why the shop cannot take from it today. */
    @Transactional
    public Look look(VoucherCode code, UUID merchant) {
        return switch (balances.atTill(code, merchant)) {
            case Balances.NotShown(Refusal why) -> new Look.Refused(why);
            case Balances.Found(Balance(Voucher voucher, long cents)) ->
                broken(voucher, merchant)
                        .<Look>map(Look.Refused::new)
                        .orElseGet(() -> new Look.Seen(voucher.id(), voucher.faceCents(), cents, voucher.validUntil()));
        };
    }

    private Optional<Refusal> broken(Voucher voucher, UUID merchant) {
        SecretHash token = secrets.hash(vouchers.token(voucher));
        SpendFacts facts = rows.facts(Tenancy.required().value(), List.of(token), List.of(merchant))[0];
        return facts == null
                ? Optional.of(Refusal.UNKNOWN_VOUCHER)
                : SpendRule.firstBroken(facts, 0, Brussels.today(clock));
    }
}
