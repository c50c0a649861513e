package be.quartier.merchants;

import be.quartier.commune.Tenancy;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.money.Iban;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the account a merchant is paid on, with the warning to the address known before and a line in the trail, all or
 * nothing.
 */
@Service
public class AccountChanges {

    private final BankAccounts accounts;
    private final Merchants merchants;
    private final Messages messages;
    private final AuditTrail audit;

    AccountChanges(BankAccounts accounts, Merchants merchants, Messages messages, AuditTrail audit) {
        this.accounts = accounts;
        this.merchants = merchants;
        this.messages = messages;
        this.audit = audit;
    }

    /** Asks for another account and warns the merchant's known address; only after the person proved again who they are. */
    @Transactional
    public AccountRequested request(UUID merchant, Iban iban, String holder, UUID by) {
        AccountRequested requested = accounts.request(merchant, iban, holder, by);
        if (requested instanceof AccountRequested.Waiting(BankAccount account)) {
            Merchant known = merchants.find(merchant).orElseThrow();
            messages.send(
                    Tenancy.required(),
                    new Recipient.Mail(known.contactMail()),
                    known.language(),
                    "merchants/account-changes",
                    Map.of("name", known.contactName(), "shop", known.name(), "account", iban.masked()),
                    "account-" + account.id());
            audit.record(new Actor.Person(by), "merchants.account-requested", "account:" + account.id());
        }
        return requested;
    }

    /** Approves a wish; false when it does not wait any more or {@code by} asked for it. */
    @Transactional
    public boolean approve(UUID merchant, UUID account, UUID by, PayeeCheck check) {
        boolean done = accounts.approve(merchant, account, by, check);
        if (done) {
            audit.record(
                    new Actor.Person(by),
                    "merchants.account-approved",
                    "account:" + account,
                    Map.of("check", check.code()));
        }
        return done;
    }

    /** Withdraws or turns down a wish; false when that account counts already or the wish was ended. */
    @Transactional
    public boolean end(UUID merchant, UUID account, UUID by, String reason) {
        boolean done = accounts.end(merchant, account, by, reason);
        if (done) {
            audit.record(new Actor.Person(by), "merchants.account-ended", "account:" + account);
        }
        return done;
    }
}
