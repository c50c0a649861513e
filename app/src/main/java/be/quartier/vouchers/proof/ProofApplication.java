package be.quartier.vouchers.proof;

import be.quartier.commune.Language;
import be.quartier.vouchers.registry.ProvenPeople.Claimed;
import be.quartier.vouchers.registry.extract.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An application as it is stored; its texts are empty once the time to keep them has passed.
 *
 * @param who the young person
 * @param parent who applies for them; empty when they do it themselves
 * @param account who was signed in when it was sent
 * @param due the day until which whoever is asked now has to act
 * @param refusal why it was refused, the first time or again
 * @param decidedBy who decided last
 * @param finalOn the day after which nothing can change any more
 * @param child the person in the registry, once accepted
 * @param emptied when the personal data ended
 */
public record ProofApplication(
        UUID id,
        UUID campaign,
        ProofState state,
        Young who,
        Optional<String> parent,
        ProofKind kind,
        Optional<UUID> account,
        Instant createdAt,
        Optional<Instant> receivedAt,
        Optional<LocalDate> due,
        Optional<ProofRefusal> refusal,
        Optional<UUID> decidedBy,
        Optional<Instant> decidedAt,
        Optional<LocalDate> finalOn,
        Optional<UUID> child,
        Optional<UUID> voucher,
        Optional<Instant> emptied) {

    /** The young person; the birth date is empty once the personal data ended. */
    public record Young(
            String lastName, String firstName, Optional<LocalDate> birth, Address address, Language language) {

        /** Somebody as they are typed in: the address is brought into the registry's form. */
        public static Young typed(String lastName, String firstName, LocalDate birth, Home home, Language language) {
            Address address = Address.typed(home.street(), home.number(), home.box(), home.postcode(), home.town());
            return new Young(lastName, firstName, Optional.of(birth), address, language);
        }

        /** As the registry looks them up; only before the personal data ended. */
        public Claimed claimed() {
            return new Claimed(lastName, firstName, birth.orElseThrow(), address, language);
        }

        /** First and last name. */
        public String name() {
            return (firstName + " " + lastName).strip();
        }

        @Override
        public String toString() {
            return "Young[***]";
        }
    }

    /** An address as somebody types it. */
    public record Home(String street, String number, String box, String postcode, String town) {
        @Override
        public String toString() {
            return "Home[***]";
        }
    }

    /** Who is written to: the parent, or the young person. */
    public String applicant() {
        return parent.orElseGet(who::name);
    }

    /** Whether the applicant can appeal on a day. */
    public boolean appealable(LocalDate today) {
        return state == ProofState.REFUSED
                && due.filter(last -> !today.isAfter(last)).isPresent();
    }

    /** The same in another state, with the day until which somebody has to act. */
    ProofApplication moved(ProofState to, LocalDate until) {
        return with(to, receivedAt, Optional.of(until), refusal, decidedBy, decidedAt, finalOn, child, voucher);
    }

    /** The same, arrived. */
    ProofApplication received(Instant at, LocalDate until) {
        return with(
                ProofState.RECEIVED,
                Optional.of(at),
                Optional.of(until),
                refusal,
                decidedBy,
                decidedAt,
                finalOn,
                child,
                voucher);
    }

    /** The same, refused by somebody; the first time with an appeal possible until a day, the second time for good. */
    ProofApplication refused(ProofState to, ProofRefusal why, UUID by, Instant at, LocalDate last) {
        Optional<LocalDate> until = to == ProofState.REFUSED ? Optional.of(last) : Optional.empty();
        return with(
                to,
                receivedAt,
                until,
                Optional.of(why),
                Optional.of(by),
                Optional.of(at),
                Optional.of(last),
                child,
                voucher);
    }

    /** The same with the refusal appealed against: not final any more. */
    ProofApplication appealed(LocalDate until) {
        return with(
                ProofState.APPEALED,
                receivedAt,
                Optional.of(until),
                refusal,
                decidedBy,
                decidedAt,
                Optional.empty(),
                child,
                voucher);
    }

    /** The same, accepted by somebody with a voucher for a person of the registry. */
    ProofApplication accepted(UUID person, UUID issued, UUID by, Instant at, LocalDate day) {
        return with(
                ProofState.ACCEPTED,
                receivedAt,
                Optional.empty(),
                refusal,
                Optional.of(by),
                Optional.of(at),
                Optional.of(day),
                Optional.of(person),
                Optional.of(issued));
    }

    private ProofApplication with(
            ProofState to,
            Optional<Instant> received,
            Optional<LocalDate> until,
            Optional<ProofRefusal> why,
            Optional<UUID> by,
            Optional<Instant> decided,
            Optional<LocalDate> last,
            Optional<UUID> person,
            Optional<UUID> issued) {
        return new ProofApplication(
                id, campaign, to, who, parent, kind, account, createdAt, received, until, why, by, decided, last,
                person, issued, emptied);
    }

    @Override
    public String toString() {
        return "ProofApplication[" + id + " " + state.code() + "]";
    }
}
