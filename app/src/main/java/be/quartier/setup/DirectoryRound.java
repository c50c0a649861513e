package be.quartier.setup;

import be.quartier.commune.Communes;
import be.quartier.operations.InstallationRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Every node learns within seconds of a commune that joined on another. */
@Component
class DirectoryRound extends InstallationRound {

    private final Communes communes;

    DirectoryRound(Communes communes) {
        super("directory", Duration.ofSeconds(15));
        this.communes = communes;
    }

    @Override
    protected boolean turn() {
        communes.reload();
        return false;
    }
}
