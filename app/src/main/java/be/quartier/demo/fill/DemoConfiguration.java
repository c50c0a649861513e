package be.quartier.demo.fill;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the demonstration's parts share. */
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    FillProgress fillProgress() {
        return new FillProgress();
    }
}
