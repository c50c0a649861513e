package be.quartier.people;

import be.quartier.commune.Communes;
import be.quartier.installation.Ids;
import be.quartier.installation.InstallationClock;
import be.quartier.installation.MasterKey;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.Messages;
import be.quartier.people.identity.Identities;
import be.quartier.people.identity.Oidc;
import be.quartier.people.identity.OidcSettings;
import be.quartier.people.store.AuditStore;
import be.quartier.people.store.CodeStore;
import be.quartier.people.store.DraftStore;
import be.quartier.people.store.GrantStore;
import be.quartier.people.store.IdentityStore;
import be.quartier.people.store.PasskeyStore;
import be.quartier.people.store.PersonStore;
import be.quartier.people.store.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts accounts, roles, sessions and the audit trail together. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    private static final int MAILS_AT_ONCE = 64;
    private static final Duration PROVIDER_DOCUMENTS_KEPT = Duration.ofMinutes(10);

    @Bean
    Vault vault(MasterKey master, RandomGenerator random) {
        return new Vault(master, random);
    }

    @Bean
    SecurityEvents securityEvents(MasterKey master) {
        return new SecurityEvents(master);
    }

    @Bean
    SessionCookie sessionCookie(Environment environment) {
        return new SessionCookie(PublicAddress.of(environment));
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, Ids ids, Clock clock) {
        return new AuditTrail(new AuditStore(jdbc), ids, clock);
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Vault vault, Ids ids, Clock clock, PlatformTransactionManager transactions) {
        return new Accounts(new PersonStore(jdbc), vault, ids, clock, transactions);
    }

    @Bean
    Roles roles(JdbcClient jdbc, AuditTrail audit, Ids ids, Clock clock) {
        return new Roles(new GrantStore(jdbc), audit, ids, clock);
    }

    @Bean
    Sessions sessions(JdbcClient jdbc, Vault vault, Ids ids, Clock clock, PlatformTransactionManager transactions) {
        return new Sessions(
                new SessionStore(jdbc),
                new PersonStore(jdbc),
                new GrantStore(jdbc),
                vault,
                ids,
                machine(clock),
                transactions);
    }

    @Bean
    Drafts drafts(JdbcClient jdbc, Vault vault, Ids ids, Clock clock, PlatformTransactionManager transactions) {
        return new Drafts(new DraftStore(jdbc), vault, ids, machine(clock), transactions);
    }

    @Bean
    SignIn signIn(Sessions sessions, SessionCookie cookie, SecurityEvents events) {
        return new SignIn(sessions, cookie, events);
    }

    @Bean
    OneTimeCodes oneTimeCodes(
            JdbcClient jdbc,
            Vault vault,
            Ids ids,
            RandomGenerator random,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new OneTimeCodes(new CodeStore(jdbc), vault, ids, random, machine(clock), transactions);
    }

    @Bean
    MailSignIn mailSignIn(
            Accounts accounts,
            OneTimeCodes codes,
            Communes communes,
            Messages messages,
            Vault vault,
            Afterwards afterwards,
            Environment environment) {
        return new MailSignIn(accounts, codes, communes, messages, vault, afterwards, PublicAddress.of(environment));
    }

    @Bean
    AddressChange addressChange(
            Accounts accounts, AuditTrail audit, Messages messages, PlatformTransactionManager transactions) {
        return new AddressChange(accounts, audit, messages, transactions);
    }

    @Bean
    Passkeys passkeys(
            JdbcClient jdbc,
            Vault vault,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions,
            Environment environment) {
        return new Passkeys(
                new PasskeyStore(jdbc, ids), vault, machine(clock), transactions, PublicAddress.of(environment));
    }

    @Bean
    Staff staff(JdbcClient jdbc, Accounts accounts, Roles roles, Messages messages, Environment environment) {
        return new Staff(accounts, roles, new GrantStore(jdbc), messages, PublicAddress.of(environment));
    }

    @Bean
    Reauthentication reauthentication(Sessions sessions) {
        return new Reauthentication(sessions);
    }

    @Bean
    Afterwards afterwards() {
        return new Afterwards(MAILS_AT_ONCE);
    }

    @Bean
    SignInLimits signInLimits(Clock clock) {
        return new SignInLimits(machine(clock));
    }

    /** Sign-in by an identity provider; none unless the operator configured one. */
    @Bean
    @Nullable
    Oidc oidc(Environment environment, Vault vault, Clock clock) {
        Duration keep = environment.getProperty("quartier.oidc.keep", Duration.class, PROVIDER_DOCUMENTS_KEPT);
        return OidcSettings.read(environment::getProperty)
                .map(settings -> new Oidc(settings, keep, vault, machine(clock), PublicAddress.of(environment)))
                .orElse(null);
    }

    @Bean
    Identities identities(
            JdbcClient jdbc,
            AuditTrail audit,
            Vault vault,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Identities(
                new IdentityStore(jdbc), new PersonStore(jdbc), audit, vault, ids, machine(clock), transactions);
    }

    /** The machine's own time, whatever a demo did to the installation's. */
    private static InstantSource machine(Clock clock) {
        return clock instanceof InstallationClock moved ? () -> moved.instant().minus(moved.offset()) : clock;
    }
}
