package be.quartier.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the servers listen. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OperationsConfiguration {

    /** Loopback unless the operator names an address: a demo must not be open, a real one stands behind a TLS front. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> listenAddress(Environment environment)
            throws UnknownHostException {
        InetAddress address = InetAddress.getByName(environment.getProperty("quartier.host", "127.0.0.1"));
        return factory -> factory.setAddress(address);
    }

    @Bean
    MetricsServer metricsServer(PrometheusMeterRegistry registry, Environment environment) {
        return new MetricsServer(registry, environment.getProperty("quartier.management-port", Integer.class, 0));
    }
}
