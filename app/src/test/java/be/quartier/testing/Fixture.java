package be.quartier.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestComponent;

/**
 * What tests stand on, a town or a shop to begin with. Every {@link QuartierTest} finds every fixture: a class that chose
 * its own would be given an application of its own, seconds slower.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestComponent
public @interface Fixture {}
