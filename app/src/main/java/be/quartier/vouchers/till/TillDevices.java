package be.quartier.vouchers.till;

import be.quartier.commune.Commune;
import be.quartier.installation.Ids;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Till;
import be.quartier.merchants.TillToken;
import be.quartier.merchants.Tills;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.family.ScanWelcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Knows which browser is a till, whether it was used within five minutes, and which ticket it holds. */
@Component
public class TillDevices implements ScanWelcome {

    /** How long a till may be idle before it locks. */
    static final Duration IDLE = Duration.ofMinutes(5);

    /** How long a ticket can be shown, and a form that was lost sent again. */
    static final Duration TICKET = Duration.ofHours(12);

    private static final Duration DEVICE = Duration.ofDays(400);
    private static final String OPEN = "till-open";
    private static final String SCANNED = "till-ticket";
    private static final int FIELDS = 4;

    private final Tills tills;
    private final Merchants merchants;
    private final SessionCookie cookies;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    TillDevices(Tills tills, Merchants merchants, SessionCookie cookies, Vault vault, Ids ids, Clock clock) {
        this.tills = tills;
        this.merchants = merchants;
        this.cookies = cookies;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a browser is to the current commune. */
    public sealed interface Device {
        /** No till of this commune, or one whose shop takes part no more. */
        record Stranger() implements Device {}

        /** A till that was idle. */
        record Locked(Till till, Merchant merchant) implements Device {}

        /** A till in use. */
        record Open(Till till, Merchant merchant) implements Device {}
    }

    /** What this browser is; a till in use stays so for another five minutes. */
    public Device of(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        Optional<Till> till = cookies.read(request, device(commune)).flatMap(tills::authenticate);
        Optional<Merchant> merchant =
                till.flatMap(t -> merchants.find(t.merchant())).filter(Merchant::accepted);
        if (till.isEmpty() || merchant.isEmpty()) {
            return new Device.Stranger();
        }
        if (!usedLately(commune, till.get(), request)) {
            return new Device.Locked(till.get(), merchant.get());
        }
        open(commune, till.get().id(), response);
        return new Device.Open(till.get(), merchant.get());
    }

    /**
     * Where a voucher's QR code leads when a till's own camera opened it: the path, below the commune, of the amount, the
     * ticket made. Empty when this browser is no till, so that the family's page is shown.
     */
    @Override
    public Optional<String> receive(
            Commune commune, VoucherCode.Token token, HttpServletRequest request, HttpServletResponse response) {
        return switch (of(commune, request, response)) {
            case Device.Stranger() -> Optional.empty();
            case Device.Locked(Till till, Merchant _) -> Optional.of(entered(commune, till, token, response));
            case Device.Open(Till till, Merchant _) -> Optional.of(entered(commune, till, token, response));
        };
    }

    private String entered(Commune commune, Till till, VoucherCode.Token token, HttpServletResponse response) {
        give(commune, ticket(till.id(), token.text()), response);
        return "/till/amount";
    }

    /** Makes this browser a till and opens it. */
    void become(Commune commune, Till till, TillToken token, HttpServletResponse response) {
        cookies.set(response, device(commune), token.text(), DEVICE);
        open(commune, till.id(), response);
    }

    /** Lets a till be used for the next five minutes. */
    void open(Commune commune, UUID till, HttpServletResponse response) {
        String text = till + "|" + clock.instant().plus(IDLE).getEpochSecond();
        cookies.set(response, name(commune, OPEN), seal(OPEN, text), IDLE);
    }

    /** Locks this browser at once and lets go of its ticket. */
    void lock(Commune commune, HttpServletResponse response) {
        cookies.set(response, name(commune, OPEN), "", Duration.ZERO);
        cookies.set(response, name(commune, SCANNED), "", Duration.ZERO);
    }

    /** This browser is no till any more. */
    void leave(Commune commune, HttpServletResponse response) {
        lock(commune, response);
        cookies.set(response, device(commune), "", Duration.ZERO);
    }

    /** A new ticket for what was scanned or typed. */
    TillTicket ticket(UUID till, String code) {
        return new TillTicket(till, ids.randomUuid().toString(), clock.instant().plus(TICKET), code);
    }

    /** Puts the ticket where the amount page finds it. */
    void give(Commune commune, TillTicket ticket, HttpServletResponse response) {
        cookies.set(response, name(commune, SCANNED), sealed(ticket), TICKET);
    }

    /** The ticket the browser brought with it. */
    Optional<TillTicket> brought(Commune commune, Till till, HttpServletRequest request) {
        return cookies.read(request, name(commune, SCANNED)).flatMap(text -> ticket(text, till));
    }

    /** The ticket as a hidden field carries it: nothing of it can be read or changed outside. */
    String sealed(TillTicket ticket) {
        return seal(
                SCANNED,
                ticket.till() + "|" + ticket.key() + "|" + ticket.until().getEpochSecond() + "|" + ticket.code());
    }

    /** The ticket of a hidden field, if this till made it and it has not ended. */
    Optional<TillTicket> ticket(String sealed, Till till) {
        return unseal(SCANNED, sealed)
                .map(text -> text.split("\\|", FIELDS))
                .filter(parts -> parts.length == FIELDS)
                .map(parts -> new TillTicket(
                        UUID.fromString(parts[0]), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])), parts[3]))
                .filter(ticket -> ticket.till().equals(till.id()))
                .filter(ticket -> clock.instant().isBefore(ticket.until()));
    }

    private boolean usedLately(Commune commune, Till till, HttpServletRequest request) {
        return cookies.read(request, name(commune, OPEN))
                .flatMap(text -> unseal(OPEN, text))
                .map(text -> text.split("\\|"))
                .filter(parts -> parts[0].equals(till.id().toString()))
                .map(parts -> Instant.ofEpochSecond(Long.parseLong(parts[1])))
                .filter(until -> clock.instant().isBefore(until))
                .isPresent();
    }

    private String seal(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(purpose, text));
    }

    private Optional<String> unseal(String purpose, String sealed) {
        try {
            return vault.open(purpose, Base64.getUrlDecoder().decode(sealed));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private String device(Commune commune) {
        return name(commune, "till");
    }

    private String name(Commune commune, String what) {
        return cookies.name("quartier-" + what + "-" + commune.id().value());
    }
}
