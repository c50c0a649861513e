package be.quartier.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the outbox of the current commune. */
public interface Outbox {

    /** The largest page that {@link #newest} gives. */
    int PAGE_MAX = 200;

    /**
     * The newest messages first.
     *
     * @param channel only this channel, or all
     * @param limit at most {@link #PAGE_MAX}
     */
    List<OutgoingMessage> newest(Optional<Channel> channel, int limit);

    /** One message. */
    Optional<OutgoingMessage> find(UUID id);

    /** How many messages stand where. */
    Map<MessageState, Long> count();
}
