package be.quartier.people;

import be.quartier.pages.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;

/** How often sign-in may be tried, for each address and for each network. In memory, each node for itself. */
public final class SignInLimits {

    private static final int KEYS_MAX = 50_000;

    private final RateLimit mailsPerAddress;
    private final RateLimit mailsPerNetwork;
    private final RateLimit triesPerNetwork;

    /** @param clock the machine's own clock */
    public SignInLimits(InstantSource clock) {
        this.mailsPerAddress = new RateLimit(5, Duration.ofMinutes(15), KEYS_MAX, clock);
        this.mailsPerNetwork = new RateLimit(60, Duration.ofMinutes(10), KEYS_MAX, clock);
        this.triesPerNetwork = new RateLimit(120, Duration.ofMinutes(10), KEYS_MAX, clock);
    }

    /** Asks to send a mail; the seconds to wait when there were too many to this address or from this network. */
    public OptionalLong mail(EmailAddress address, String remote) {
        OptionalLong wait = mailsPerNetwork.take(Networks.of(remote));
        return wait.isPresent() ? wait : mailsPerAddress.take(address.value());
    }

    /** Asks to try a code, a link or a passkey; the seconds to wait when there were too many from this network. */
    public OptionalLong attempt(String remote) {
        return triesPerNetwork.take(Networks.of(remote));
    }

    /** The same, refused by a page that says how long to wait. */
    public void requireAttempt(String remote) {
        attempt(remote).ifPresent(seconds -> {
            throw Problem.tooMany(seconds).raised();
        });
    }
}
