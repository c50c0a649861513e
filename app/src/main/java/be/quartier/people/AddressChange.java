package be.quartier.people;

import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account another address, tells the old one, and leaves a line in the audit trail; all or nothing. */
public class AddressChange {

    private final Accounts accounts;
    private final AuditTrail audit;
    private final Messages messages;
    private final TransactionTemplate transactions;

    /** @param transactions for the whole of it */
    public AddressChange(
            Accounts accounts, AuditTrail audit, Messages messages, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.audit = audit;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Changes the address to one just proven; false when another account took it meanwhile. */
    public boolean apply(Session session, OneTimeCodes.Proof proof, Language language, String name) {
        EmailAddress to = proof.address().orElseThrow();
        return Tenancy.in(
                session.home(),
                () -> transactions.execute(status -> {
                    Optional<EmailAddress> old = accounts.address(session.person());
                    if (!accounts.changeAddress(session.person(), to)) {
                        return false;
                    }
                    audit.record(
                            new Actor.Person(session.person()), "people.address-changed", "person:" + session.person());
                    old.ifPresent(it -> messages.send(
                            session.home(),
                            new Recipient.Mail(it.value()),
                            language,
                            "people/address-changed",
                            Map.of("name", name, "address", to.hint()),
                            "people-address-" + session.id() + "-" + proof.id()));
                    return true;
                }));
    }
}
