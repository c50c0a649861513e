package be.quartier.vouchers.registry;

import static be.quartier.vouchers.registry.RegistryColumn.ARRIVAL_DATE;
import static be.quartier.vouchers.registry.RegistryColumn.BIRTH_DATE;
import static be.quartier.vouchers.registry.RegistryColumn.CUSTODY;
import static be.quartier.vouchers.registry.RegistryColumn.HOUSEHOLD;
import static be.quartier.vouchers.registry.RegistryColumn.LAST_NAME;
import static be.quartier.vouchers.registry.RegistryColumn.NISS;
import static be.quartier.vouchers.registry.RegistryColumn.NUMBER;
import static be.quartier.vouchers.registry.RegistryColumn.POSTCODE;
import static be.quartier.vouchers.registry.RegistryColumn.PROTECTED;
import static be.quartier.vouchers.registry.RegistryColumn.STREET;
import static be.quartier.vouchers.registry.TestExtract.DAY;
import static be.quartier.vouchers.registry.TestExtract.child;
import static be.quartier.vouchers.registry.TestExtract.family;
import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.registry.ConfirmOutcome.Why;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import be.quartier.vouchers.registry.RegistryImport.State;
import be.quartier.vouchers.registry.TestRegistry.Town;
import be.quartier.vouchers.registry.extract.Sheet;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a file to households, children and vouchers, on a real PostgreSQL. */
@QuartierTest
class ImportTests {

    @Autowired
    TestRegistry registry;

    @Autowired
    RegistryImports imports;

    @Autowired
    RegistryWork work;

    @Test
    void siblingsShareAHouseholdAndEachGetsAVoucher() {
        Town town = registry.town(10);
        RegistryImport done = town.imported(family(3).row(child(4, HOUSEHOLD, "M-2", NUMBER, "14")), Scope.FULL);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(4);
        assertThat(town.children()).isEqualTo(4);
        assertThat(town.households()).isEqualTo(2);
        assertThat(town.vouchers()).isEqualTo(4);
        assertThat(town.count(
                        "select count(*) from registry_row where commune_id = :commune and :campaign is not null"))
                .isZero();
    }

    @Test
    void nothingIsMadeBeforeTheClerkConfirms() {
        Town town = registry.town(10);
        town.staged(family(3), Scope.FULL);
        assertThat(town.children() + town.vouchers() + town.households()).isZero();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        Town town = registry.town(10);
        RegistryImport first = town.imported(family(5), Scope.FULL);
        RegistryImport second = town.staged(family(5), Scope.FULL);
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(town.counts(second).reasons()).isEqualTo(Map.of(Reason.SAME_AS_BEFORE, 5));
        RegistryImport done = town.imported(family(5), Scope.FULL);
        assertThat(done.work()).isZero();
        assertThat(town.vouchers()).isEqualTo(5);
    }

    @Test
    void twoPreviewsOfOneFileMakeItsVouchersOnce() {
        Town town = registry.town(10);
        RegistryImport one = town.staged(family(5), Scope.FULL);
        RegistryImport two = town.staged(family(5), Scope.FULL);
        assertThat(town.confirm(one)).isInstanceOf(ConfirmOutcome.Started.class);
        assertThat(refusal(town.confirm(two))).isEqualTo(Why.ANOTHER_RUNS);
        town.in(() -> {
            work.finish(one.id());
            return 0;
        });
        assertThat(refusal(town.confirm(two))).isEqualTo(Why.OUT_OF_DATE);
        assertThat(refusal(town.confirm(one))).isEqualTo(Why.NOT_WAITING);
        assertThat(town.vouchers()).isEqualTo(5);
    }

    @Test
    void aChildOnTwoLinesGetsOneVoucher() {
        Town town = registry.town(10);
        RegistryImport made = town.staged(family(2).row(child(1, STREET, "Quai")), Scope.FULL);
        assertThat(town.counts(made).reasons())
                .isEqualTo(Map.of(Reason.MEETS_THE_RULES, 2, Reason.SAME_NUMBER_TWICE, 1));
    }

    @Test
    void sharedCustodyGivesOneVoucherToTheHouseholdOfRegistration() {
        Town town = registry.town(10);
        Sheet sheet = new Sheet()
                .row(child(1, CUSTODY, "S", STREET, "Quai", HOUSEHOLD, "M-9"))
                .row(child(1, CUSTODY, "P"));
        assertThat(town.counts(town.staged(sheet, Scope.FULL)).reasons())
                .isEqualTo(Map.of(Reason.SHARED_CUSTODY, 1, Reason.MEETS_THE_RULES, 1));
        town.imported(sheet, Scope.FULL);
        assertThat(town.count("""
                select count(*) from registry_household
                where commune_id = :commune and campaign_id = :campaign and street like '%glise'
                """)).isEqualTo(1);
        assertThat(town.households()).isEqualTo(1);
    }

    @Test
    void aFosterChildGetsItsVoucherWhereItIsRegistered() {
        Town town = registry.town(10);
        town.imported(family(1).row(child(2, LAST_NAME, "Autre", HOUSEHOLD, "M-1")), Scope.FULL);
        assertThat(town.households()).isEqualTo(1);
        assertThat(town.vouchers()).isEqualTo(2);
    }

    @Test
    void aLookAlikeUnderAnotherNumberWaitsForTheClerk() {
        Town town = registry.town(10);
        Sheet sheet = family(1).row(child(1, NISS, TestNiss.of(DAY, 33)));
        RegistryImport made = town.staged(sheet, Scope.FULL);
        assertThat(town.counts(made).reasons())
                .isEqualTo(Map.of(Reason.MEETS_THE_RULES, 1, Reason.LOOKS_LIKE_A_ROW, 1));
        StagedRow suspect = town.rows(made).getLast();
        assertThat(town.in(() -> imports.accept(made.id(), suspect.place()))).isTrue();
        assertThat(town.in(() -> imports.accept(made.id(), suspect.place()))).isFalse();
        assertThat(town.counts(made).of(RowVerdict.NEW)).isEqualTo(2);
    }

    @Test
    void otherAgesTownsAndDatesGetAReasonEach() {
        Town town = registry.town(10);
        RegistryImport made = town.staged(
                new Sheet()
                        .row(NISS, "93051822361", BIRTH_DATE, "18/05/1993")
                        .row(child(1, POSTCODE, "7998"))
                        .row(child(2, NISS, "1,7073E+10"))
                        .row(child(3, BIRTH_DATE, "00/00/2017")),
                Scope.FULL);
        assertThat(town.counts(made).reasons())
                .isEqualTo(Map.of(
                        Reason.TOO_OLD,
                        1,
                        Reason.OTHER_POSTCODE,
                        1,
                        Reason.NISS_ROUNDED,
                        1,
                        Reason.MEETS_THE_RULES,
                        1));
        assertThat(town.rows(made).getFirst().who())
                .as("nothing is kept of adults")
                .isEmpty();
        assertThat(town.rows(made).getLast().countedBirth()).contains(LocalDate.of(2017, 12, 31));
    }

    @Test
    void oneProtectedMemberProtectsTheHousehold() {
        Town town = registry.town(10);
        RegistryImport made = town.staged(family(2).row(child(3, PROTECTED, "O")), Scope.FULL);
        assertThat(town.rows(made)).allMatch(row -> row.address().isEmpty());
        assertThat(town.counts(made).of(Note.PROTECTED)).isEqualTo(1);
    }

    @Test
    void aConfirmationBeyondTheBudgetIsRefusedWithItsFigures() {
        Town town = registry.town(2);
        assertThat(town.confirm(town.staged(family(3), Scope.FULL)))
                .isEqualTo(new ConfirmOutcome.Refused(Why.BUDGET_TOO_SMALL, 200_00, 300_00));
        assertThat(town.children()).isZero();
    }

    @Test
    void aCampaignThatIsNotOpenGivesNothing() {
        Town town = registry.town(10);
        town.sql("update campaign set state = 'closed' where commune_id = :commune and id = :campaign", Map.of());
        assertThat(refusal(town.confirm(town.staged(family(3), Scope.FULL)))).isEqualTo(Why.CAMPAIGN_NOT_OPEN);
    }

    @Test
    void anImportWhoseCampaignClosesMeanwhileWaitsAndGoesOn() {
        Town town = registry.town(10);
        RegistryImport made = town.staged(family(3), Scope.FULL);
        town.confirm(made);
        town.sql("update campaign set state = 'closed' where commune_id = :commune and id = :campaign", Map.of());
        assertThat(town.in(() -> work.step(made.id()))).isEqualTo(RegistryWork.Step.STOPPED);
        assertThat(town.children()).as("the step was taken back whole").isZero();
        town.sql("update campaign set state = 'open' where commune_id = :commune and id = :campaign", Map.of());
        assertThat(town.in(() -> imports.resume(made.id()))).isTrue();
        town.in(() -> {
            work.finish(made.id());
            return 0;
        });
        assertThat(town.vouchers()).isEqualTo(3);
    }

    @Test
    void cancellingDeletesEveryRow() {
        Town town = registry.town(10);
        RegistryImport made = town.staged(family(3), Scope.FULL);
        assertThat(town.in(() -> imports.cancel(made.id(), town.clerk))).isTrue();
        assertThat(town.in(() -> imports.cancel(made.id(), town.clerk))).isFalse();
        assertThat(town.rows(made)).isEmpty();
        assertThat(refusal(town.confirm(made))).isEqualTo(Why.NOT_WAITING);
    }

    @Test
    void aFileThatIsRefusedLeavesNothing() {
        Town town = registry.town(10);
        assertThat(town.upload("NISS;NOM\n", Scope.FULL)).isInstanceOf(UploadOutcome.Refused.class);
        assertThat(town.in(() -> imports.history(town.campaign))).isEmpty();
        assertThat(town.upload(new Sheet().toString(), Scope.FULL))
                .isEqualTo(new UploadOutcome.Refused(FileRefusal.of(FileRefusal.Kind.NO_ROWS)));
    }

    @Test
    void lateArrivalIsReadFromTheDayOfInscription() {
        Town town = registry.town(10);
        assertThat(town.counts(town.staged(new Sheet().row(child(1, ARRIVAL_DATE, "01/01/2020")), Scope.FULL))
                        .of(RowVerdict.NEW))
                .isEqualTo(1);
    }

    private static Why refusal(ConfirmOutcome outcome) {
        return ((ConfirmOutcome.Refused) outcome).why();
    }
}
