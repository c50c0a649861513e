package be.quartier.vouchers.registry;

import static be.quartier.vouchers.registry.RegistryColumn.DEATH_DATE;
import static be.quartier.vouchers.registry.RegistryColumn.HOUSEHOLD;
import static be.quartier.vouchers.registry.RegistryColumn.LAST_NAME;
import static be.quartier.vouchers.registry.RegistryColumn.NISS;
import static be.quartier.vouchers.registry.RegistryColumn.REMOVAL_DATE;
import static be.quartier.vouchers.registry.RegistryColumn.STREET;
import static be.quartier.vouchers.registry.TestExtract.DAY;
import static be.quartier.vouchers.registry.TestExtract.child;
import static be.quartier.vouchers.registry.TestExtract.family;
import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import be.quartier.vouchers.registry.TestRegistry.Town;
import be.quartier.vouchers.registry.extract.Sheet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a later extract says of children already known. */
@QuartierTest
class LaterExtractTests {

    @Autowired
    TestRegistry registry;

    @Test
    void theMonthlyExtractGivesVouchersToNewcomersAlone() {
        Town town = registry.town(10);
        town.imported(family(3), Scope.FULL);
        RegistryImport delta = town.imported(
                new Sheet()
                        .row(child(1))
                        .row(child(2, STREET, "Quai du Nord", HOUSEHOLD, "M-7"))
                        .row(child(3, LAST_NAME, "Lemaire"))
                        .row(child(4)),
                Scope.NEWCOMERS);
        assertThat(town.counts(delta).reasons())
                .isEqualTo(Map.of(
                        Reason.SAME_AS_BEFORE,
                        1,
                        Reason.MOVED,
                        1,
                        Reason.PERSON_CHANGED,
                        1,
                        Reason.MEETS_THE_RULES,
                        1));
        assertThat(town.vouchers()).isEqualTo(4);
        assertThat(town.count("""
                select count(*) from registry_child c
                join registry_household h on h.commune_id = c.commune_id and h.id = c.household_id
                where c.commune_id = :commune and c.campaign_id = :campaign and h.street = 'Quai du Nord'
                """)).isEqualTo(1);
        assertThat(town.count("""
                select count(*) from registry_child
                where commune_id = :commune and campaign_id = :campaign and letter_pending
                """)).isEqualTo(4);
    }

    @Test
    void aChildMissingFromAFullExtractIsFlaggedAndKeepsItsVoucher() {
        Town town = registry.town(10);
        town.imported(family(3), Scope.FULL);
        RegistryImport next = town.imported(family(2), Scope.FULL);
        assertThat(town.counts(next).reasons()).isEqualTo(Map.of(Reason.SAME_AS_BEFORE, 2, Reason.NOT_IN_EXTRACT, 1));
        assertThat(flagged(town, "not-in-extract")).isEqualTo(1);
        assertThat(town.vouchers()).isEqualTo(3);
        town.imported(family(3), Scope.FULL);
        assertThat(flagged(town, "not-in-extract")).isZero();
    }

    @Test
    void aNewcomersExtractSaysNothingOfTheOthers() {
        Town town = registry.town(10);
        town.imported(family(3), Scope.FULL);
        assertThat(town.counts(town.staged(family(1), Scope.NEWCOMERS)).of(RowVerdict.GONE))
                .isZero();
    }

    @Test
    void deathsAndRemovalsOfKnownChildrenAreFlaggedAndOthersGetNothing() {
        Town town = registry.town(10);
        town.imported(family(2), Scope.FULL);
        RegistryImport next = town.imported(
                new Sheet()
                        .row(child(1, DEATH_DATE, "01/10/2020"))
                        .row(child(2, REMOVAL_DATE, "20201001"))
                        .row(child(3, DEATH_DATE, "01/10/2020")),
                Scope.FULL);
        assertThat(town.counts(next).reasons()).isEqualTo(Map.of(Reason.DIED, 2, Reason.LEFT_THE_REGISTER, 1));
        assertThat(town.counts(next).of(Note.HAS_VOUCHER)).isEqualTo(2);
        assertThat(flagged(town, "died") + flagged(town, "left-the-register")).isEqualTo(2);
        assertThat(town.children()).isEqualTo(2);
    }

    @Test
    void aRegisteredChildUnderANewNumberIsSuspectedToo() {
        Town town = registry.town(10);
        town.imported(family(1), Scope.FULL);
        RegistryImport made = town.staged(new Sheet().row(child(1, NISS, TestNiss.of(DAY, 33))), Scope.NEWCOMERS);
        assertThat(town.counts(made).reasons()).isEqualTo(Map.of(Reason.LOOKS_LIKE_A_CHILD, 1));
    }

    private static long flagged(Town town, String why) {
        return town.count("select count(*) from registry_child where commune_id = :commune and campaign_id = :campaign"
                + " and flagged = '" + why + "'");
    }
}
