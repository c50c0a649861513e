package be.quartier.messaging;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** A carrier that counts how often it was handed each message, and answers what the test says. */
final class Recording implements Carrier {

    final ConcurrentMap<UUID, Integer> times = new ConcurrentHashMap<>();
    private final Function<Envelope, Carriage> answer;

    Recording(Function<Envelope, Carriage> answer) {
        this.answer = answer;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Carriage carry(Envelope envelope) {
        times.merge(envelope.id(), 1, Integer::sum);
        return answer.apply(envelope);
    }

    /** What the machine does when its plug is pulled: nothing is settled. */
    static final class NodeDied extends Error {
        static final long serialVersionUID = 1;
    }
}
