package be.quartier.messaging;

import be.quartier.commune.Communes;
import be.quartier.commune.DemoMode;
import be.quartier.installation.Ids;
import be.quartier.installation.MasterKey;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.delivery.ForgettingRounds;
import be.quartier.messaging.delivery.Limits;
import be.quartier.messaging.delivery.OutboxRounds;
import be.quartier.messaging.delivery.OutboxWorker;
import be.quartier.messaging.delivery.Unsubscribing;
import be.quartier.messaging.delivery.Writing;
import be.quartier.messaging.mail.MailComposer;
import be.quartier.messaging.mail.MailSettings;
import be.quartier.messaging.mail.SmtpCarrier;
import be.quartier.messaging.store.OutboxReading;
import be.quartier.messaging.store.OutboxStore;
import be.quartier.messaging.store.Refusals;
import be.quartier.messaging.store.TwinDeliveries;
import be.quartier.messaging.template.Templates;
import be.quartier.messaging.twin.MailTwin;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the outbox together. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new OutboxReading(jdbc);
    }

    @Bean
    Unsubscribing unsubscribing(JdbcClient jdbc, Clock clock, MasterKey key, Environment environment) {
        String site = PublicAddress.of(environment);
        return new Unsubscribing(new Refusals(jdbc), clock, key, site);
    }

    /** Where a mail server is named, mail goes there; a demonstration without one has its own. */
    @Bean
    MailTwin mailTwin(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            DemoMode demoMode,
            Environment environment) {
        MailSettings settings = MailSettings.read(environment);
        BooleanSupplier demo = () -> !settings.configured() && demoMode.on();
        return new MailTwin(
                new MailComposer(settings, clock),
                new TwinDeliveries(jdbc),
                new TransactionTemplate(transactions),
                clock,
                demo);
    }

    @Bean
    SmtpCarrier smtpCarrier(Clock clock, Environment environment) {
        MailSettings settings = MailSettings.read(environment);
        return new SmtpCarrier(settings, new MailComposer(settings, clock));
    }

    @Bean
    OutboxWorker outboxWorker(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Carrier> carriers,
            Unsubscribing unsubscribing,
            Clock clock,
            DemoMode demoMode) {
        return new OutboxWorker(
                new OutboxStore(jdbc),
                new TransactionTemplate(transactions),
                new ArrayList<>(carriers),
                unsubscribing,
                Limits.USUAL,
                clock,
                demoMode::on);
    }

    @Bean
    OutboxRounds outboxRounds(OutboxWorker worker) {
        return new OutboxRounds(worker);
    }

    @Bean
    ForgettingRounds forgettingRounds(OutboxWorker worker) {
        return new ForgettingRounds(worker);
    }

    @Bean
    Messages messages(JdbcClient jdbc, Communes communes, OutboxWorker worker, Clock clock, Ids ids, MasterKey key) {
        return new Writing(
                new OutboxStore(jdbc),
                new Refusals(jdbc),
                new Templates(),
                communes,
                Limits.USUAL,
                worker,
                clock,
                ids,
                key);
    }
}
