package be.quartier.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;

/** Finds the fixtures of all modules. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = "be.quartier", useDefaultFilters = false, includeFilters = @Filter(Fixture.class))
class Fixtures {}
