package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.IssueOutcome.BudgetTooSmall;
import be.quartier.vouchers.IssueOutcome.CampaignNotOpen;
import be.quartier.vouchers.IssueOutcome.Issued;
import be.quartier.vouchers.VoucherCode.Token;
import be.quartier.vouchers.VoucherCode.Typed;
import be.quartier.vouchers.VoucherCode.Unreadable;
import be.quartier.vouchers.store.CampaignRows;
import be.quartier.vouchers.store.SpendRows;
import be.quartier.vouchers.store.VoucherRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The vouchers of the current commune: issue and look-up. Each verb joins the caller's transaction or makes its own. */
@Component
@Transactional
public class Vouchers {

    private static final int ROWS_AT_ONCE = 5_000;

    private final VoucherRows rows;
    private final CampaignRows campaigns;
    private final SpendRows secretRows;
    private final VoucherSecrets secrets;
    private final TypedCodes codes;
    private final Transfers transfers;
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;

    Vouchers(JdbcClient jdbc, VoucherSecrets secrets, Transfers transfers, Accounts accounts, Ids ids, Clock clock) {
        this.rows = new VoucherRows(jdbc);
        this.campaigns = new CampaignRows(jdbc);
        this.secretRows = new SpendRows(jdbc);
        this.secrets = secrets;
        this.codes = new TypedCodes(rows, secrets);
        this.transfers = transfers;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Issues one voucher for each child, all or none. */
    public IssueOutcome issue(UUID campaign, List<UUID> children, Actor actor) {
        return issueAll(campaign, children.stream().map(Optional::of).toList(), actor);
    }

    /** Issues vouchers to bearer, all or none. */
    public IssueOutcome issueToBearer(UUID campaign, int count, Actor actor) {
        return issueAll(campaign, Collections.nCopies(count, Optional.empty()), actor);
    }

    /** A voucher by its id. */
    @Transactional(readOnly = true)
    public Optional<Voucher> find(UUID id) {
        return rows.byId(commune(), id);
    }

    /** The voucher with this token or typed code; a replaced one finds nothing. */
    @Transactional(readOnly = true)
    public Optional<Voucher> find(VoucherCode code) {
        return switch (code) {
            case Token token -> rows.byTokenHash(commune(), secrets.hash(token));
            case Typed typed -> rows.byCodeHash(commune(), secrets.hash(typed));
            case Unreadable _ -> Optional.empty();
        };
    }

    /** Whether this token or typed code was replaced by a newer one. */
    @Transactional(readOnly = true)
    public boolean replaced(VoucherCode code) {
        return switch (code) {
            case Token token -> secretRows.isFormer(commune(), secrets.hash(token));
            case Typed typed -> secretRows.isFormer(commune(), secrets.hash(typed));
            case Unreadable _ -> false;
        };
    }

    /** The vouchers of a child, oldest first. */
    @Transactional(readOnly = true)
    public List<Voucher> ofChild(UUID child) {
        return rows.ofChild(commune(), child);
    }

    /** Up to {@code limit} vouchers of a campaign after a serial, in the order of their serials; 0 begins. */
    @Transactional(readOnly = true)
    public List<Voucher> ofCampaign(UUID campaign, int afterSerial, int limit) {
        return rows.ofCampaign(commune(), campaign, afterSerial, limit);
    }

    /** The token to print in the QR code of a voucher's letter; the old one of a reissued voucher is not made again. */
    public Token token(Voucher voucher) {
        return secrets.token(voucher.id(), voucher.generation());
    }

    /** The code to print beside the QR code. */
    public Typed typed(Voucher voucher) {
        return secrets.typed(voucher.id(), voucher.generation(), voucher.nonce());
    }

    private IssueOutcome issueAll(UUID campaign, List<Optional<UUID>> children, Actor actor) {
        CampaignRows.Terms terms = campaigns
                .lock(commune(), campaign)
                .orElseThrow(() -> new IllegalArgumentException("No campaign " + campaign + " in this commune"));
        if (!terms.state().equals("open")) {
            return new CampaignNotOpen();
        }
        long needed = Math.multiplyExact(terms.amountCents(), children.size());
        long available = accounts.balanceCents(Accounts.id(campaign, AccountKind.CAMPAIGN));
        if (needed > available) {
            return new BudgetTooSmall(available, needed);
        }
        int serial = rows.lastSerial(commune(), campaign);
        List<Voucher> issued = new ArrayList<>(children.size());
        for (int from = 0; from < children.size(); from += ROWS_AT_ONCE) {
            List<Optional<UUID>> some = children.subList(from, Math.min(children.size(), from + ROWS_AT_ONCE));
            List<Voucher> vouchers = insert(campaign, terms.amountCents(), serial + from, some);
            transfers.issue(campaign, vouchers.stream().map(Voucher::id).toList(), terms.amountCents(), actor);
            issued.addAll(vouchers);
        }
        return new Issued(issued);
    }

    private List<Voucher> insert(UUID campaign, long cents, int lastSerial, List<Optional<UUID>> children) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> vouchers = Stream.generate(ids::uuid).limit(children.size()).toList();
        Map<UUID, Integer> nonces = codes.nonces(vouchers, 1);
        List<VoucherRows.New> made = new ArrayList<>(children.size());
        for (int index = 0; index < children.size(); index++) {
            UUID id = vouchers.get(index);
            int nonce = Objects.requireNonNull(nonces.get(id));
            made.add(new VoucherRows.New(
                    id,
                    campaign,
                    children.get(index),
                    lastSerial + index + 1,
                    nonce,
                    cents,
                    at,
                    secrets.hash(secrets.token(id, 1)),
                    secrets.hash(secrets.typed(id, 1, nonce))));
        }
        rows.insert(commune(), made);
        // Read by serial: their ids are looked for one by one in a table whose size nobody has measured yet.
        return rows.ofCampaign(commune(), campaign, lastSerial, children.size());
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
