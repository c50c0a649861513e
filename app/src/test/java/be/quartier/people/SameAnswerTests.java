package be.quartier.people;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Messages;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.testing.TestInstallation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever asks for a code learns neither from the answer nor from its time whether an address has an account. */
@QuartierTest
class SameAnswerTests {

    @Autowired
    TestCommunes fresh;

    @Autowired
    Communes communes;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    Messages messages;

    @Autowired
    Vault vault;

    private final List<Runnable> afterwards = new ArrayList<>();
    private MailSignIn mails;
    private EmailAddress known;
    private EmailAddress unknown;

    @BeforeEach
    void somebodyHasAnAccount() {
        mails = new MailSignIn(accounts, codes, communes, messages, vault, afterwards::add, "http://localhost");
        Commune here = fresh.fresh();
        known = address("known" + here.id().value());
        unknown = address("other" + here.id().value());
        Tenancy.run(here.id(), () -> accounts.open(known, "Jeanne", Language.FR));
    }

    @Test
    void theAnswerIsGivenBeforeAnythingIsWrittenAndEachLeavesTheSameWorkBehind() throws Exception {
        List<Integer> writtenByKnown = ask(known);
        List<Integer> writtenByUnknown = ask(unknown);
        assertThat(writtenByKnown)
                .as("codes and messages at the answer, and after it")
                .containsExactly(0, 0, 1, 1);
        assertThat(writtenByUnknown)
                .as("codes and messages at the answer, and after it")
                .containsExactly(0, 0, 1, 0);
    }

    /** Codes and messages written when the answer is there, then once what was put off is done. */
    private List<Integer> ask(EmailAddress address) throws SQLException {
        int codesBefore = count("one_time_code");
        int messagesBefore = count("outbox_message");
        afterwards.clear();
        assertThat(mails.ask(address, LocalPath.HOME)).isNotBlank();
        assertThat(afterwards).hasSize(1);
        int codesThen = count("one_time_code");
        int messagesThen = count("outbox_message");
        afterwards.forEach(Runnable::run);
        return List.of(
                codesThen - codesBefore,
                messagesThen - messagesBefore,
                count("one_time_code") - codesBefore,
                count("outbox_message") - messagesBefore);
    }

    /** As the owner, who sees the rows of every commune. */
    private static int count(String table) throws SQLException {
        try (Connection owner = TestInstallation.get().database().connectAsOwner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static EmailAddress address(String name) {
        return EmailAddress.of(name + "@example.be").orElseThrow();
    }
}
