package be.quartier.merchants.callbacks;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Every hour: warns of late calls, and ends what was kept long enough. */
@Component
class CallBackRounds extends CommuneRound {

    private final CallBackAlarm alarm;
    private final CallBackRetention retention;

    CallBackRounds(CallBackAlarm alarm, CallBackRetention retention) {
        super("call-backs", Duration.ofHours(1));
        this.alarm = alarm;
        this.retention = retention;
    }

    @Override
    protected boolean turn(Commune commune) {
        alarm.round();
        retention.round();
        return false;
    }
}
