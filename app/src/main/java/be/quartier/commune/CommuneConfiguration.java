package be.quartier.commune;

import be.quartier.installation.InstallationFacts;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tenancy of requests and transactions. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class CommuneConfiguration implements WebMvcConfigurer {

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }

    @Bean
    Communes communes(JdbcClient jdbc) {
        return new Communes(jdbc);
    }

    @Bean
    Settings settings(JdbcClient jdbc) {
        return new Settings(jdbc);
    }

    @Bean
    DemoMode demoMode(InstallationFacts facts, Communes communes, Environment environment) {
        return new DemoMode(facts, communes, !environment.getProperty("quartier.empty", Boolean.class, false));
    }

    /** Before everything else, so that sign-in and roles are those of the commune. */
    @Bean
    FilterRegistrationBean<CommuneFilter> communeFilter(Communes communes) {
        FilterRegistrationBean<CommuneFilter> filter = new FilterRegistrationBean<>(new CommuneFilter(communes));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommuneArgument());
    }
}
