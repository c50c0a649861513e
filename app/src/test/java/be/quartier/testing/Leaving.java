package be.quartier.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Takes a class's communes along when it ends. */
final class Leaving implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext context) {
        if (context.hasApplicationContext()) {
            context.getApplicationContext().getBean(TestCommunes.class).leave();
        }
    }
}
