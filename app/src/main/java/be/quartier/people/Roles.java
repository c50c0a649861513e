package be.quartier.people;

import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.store.GrantStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which role in the commune of {@link Tenancy}. Every change leaves a line in the audit trail. */
public class Roles {

    private final GrantStore store;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    /** @param clock the installation's clock */
    public Roles(GrantStore store, AuditTrail audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of taking a role away. */
    public enum Revocation {
        /** It was taken away; it counts no more from the next request on. */
        REVOKED,
        /** The person did not hold it. */
        NOT_HELD,
        /** It is the commune's last administrator; nothing was changed. */
        LAST_ADMIN
    }

    /**
     * Gives a role to a person known here; false when it was held already.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when nobody of that id is known here
     */
    @Transactional
    public boolean grant(Grant grant, Actor by) {
        boolean added = store.add(Tenancy.required(), ids.uuid(), grant, clock.instant());
        if (added) {
            audit.record(by, "people.role-granted", "person:" + grant.person(), details(grant));
        }
        return added;
    }

    /** Takes a role away, unless that would leave the commune without administrator. */
    @Transactional
    public Revocation revoke(Grant grant, Actor by) {
        if (grant.role() == Role.ADMIN && store.lockHolders(Tenancy.required(), Role.ADMIN) <= 1) {
            return of(grant.person()).contains(grant) ? Revocation.LAST_ADMIN : Revocation.NOT_HELD;
        }
        if (!store.remove(Tenancy.required(), grant)) {
            return Revocation.NOT_HELD;
        }
        audit.record(by, "people.role-revoked", "person:" + grant.person(), details(grant));
        return Revocation.REVOKED;
    }

    /** The roles of a person here, oldest first. */
    @Transactional(readOnly = true)
    public List<Grant> of(UUID person) {
        return store.of(Tenancy.required(), person);
    }

    /** Everybody who holds a role here, at most 1,000. */
    @Transactional(readOnly = true)
    public List<Grant> holders(Role role) {
        return store.holders(Tenancy.required(), role);
    }

    private static Map<String, String> details(Grant grant) {
        Map<String, String> details = new HashMap<>(Map.of("role", grant.role().code()));
        grant.merchant().ifPresent(merchant -> details.put("merchant", merchant.toString()));
        return details;
    }
}
