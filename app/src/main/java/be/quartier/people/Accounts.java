package be.quartier.people;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.store.PersonStore;
import be.quartier.people.store.PersonStore.StoredAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts of people, in the commune of {@link Tenancy}. An address has one account in one commune, its home; in other
 * communes the same person is a guest with the same id.
 */
public class Accounts {

    /** Purpose of the keyed hash by which an address is found in the directory of all communes. */
    private static final String LOGIN = "people-login";

    private static final String ADDRESS_HASH = "people-address-hash";
    private static final String ADDRESS_SEAL = "people-address-seal";

    private final PersonStore store;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    /** @param transactions to look into another commune beside the caller's transaction */
    public Accounts(
            PersonStore store, Vault vault, Ids ids, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The person of an address, known in the current commune afterwards: the account is opened here when no commune has
     * one, and a guest's row is added when its home is elsewhere. Name and language count only for a new account.
     */
    @Transactional
    public UUID open(EmailAddress address, String name, Language language) {
        CommuneId here = Tenancy.required();
        byte[] login = vault.hash(LOGIN, address.value());
        if (store.claim(login, here)) {
            Person person = new Person(ids.uuid(), here, name, language);
            store.add(here, person, stored(here, address), clock.instant());
            return person.id();
        }
        CommuneId home = store.home(login).orElseThrow();
        if (home.equals(here)) {
            return store.byAddress(here, addressHash(here, address))
                    .orElseThrow()
                    .id();
        }
        Person person = atHome(home, address).orElseThrow();
        store.add(here, person, null, clock.instant());
        return person.id();
    }

    /** Opens an account without an address: nobody can sign in to it by mail. */
    @Transactional
    public UUID openWithoutAddress(String name, Language language) {
        Person person = new Person(ids.uuid(), Tenancy.required(), name, language);
        store.add(Tenancy.required(), person, null, clock.instant());
        return person.id();
    }

    /** A person known in the current commune, guests included. */
    @Transactional(readOnly = true)
    public Optional<Person> find(UUID id) {
        return store.find(Tenancy.required(), id);
    }

    /** The commune where the account of an address lives, whatever the current commune. */
    public Optional<CommuneId> home(EmailAddress address) {
        byte[] login = vault.hash(LOGIN, address.value());
        return apart.execute(status -> store.home(login));
    }

    /** The account of an address whose home is the current commune. */
    @Transactional(readOnly = true)
    public Optional<Person> byAddress(EmailAddress address) {
        return store.byAddress(Tenancy.required(), addressHash(Tenancy.required(), address));
    }

    /** The address of an account whose home is the current commune, if it has one. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> address(UUID person) {
        return store.address(Tenancy.required(), person)
                .flatMap(stored -> vault.open(ADDRESS_SEAL, stored.sealed()))
                .map(EmailAddress::new);
    }

    /** Changes the name and the language a person chose; at home only. */
    @Transactional
    public void rename(UUID person, String name, Language language) {
        store.rename(Tenancy.required(), person, name, language);
    }

    /**
     * Gives an account of the current commune another address, proven by the caller; false, and nothing changed, when
     * another account has it.
     */
    @Transactional
    public boolean changeAddress(UUID person, EmailAddress address) {
        CommuneId here = Tenancy.required();
        if (!store.claim(vault.hash(LOGIN, address.value()), here)) {
            return false;
        }
        address(person).ifPresent(old -> store.release(vault.hash(LOGIN, old.value())));
        store.changeAddress(here, person, stored(here, address));
        return true;
    }

    private Optional<Person> atHome(CommuneId home, EmailAddress address) {
        return Tenancy.in(home, () -> apart.execute(status -> store.byAddress(home, addressHash(home, address))));
    }

    private StoredAddress stored(CommuneId commune, EmailAddress address) {
        return new StoredAddress(addressHash(commune, address), vault.seal(ADDRESS_SEAL, address.value()));
    }

    /** Another hash than the directory's, and another in each commune, so that equal rows do not show equal people. */
    private byte[] addressHash(CommuneId commune, EmailAddress address) {
        return vault.hash(ADDRESS_HASH, commune.value() + " " + address.value());
    }
}
