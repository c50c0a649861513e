package be.quartier.shop.payments;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A provider of online payments, as the shop needs one. Every call ends within a few seconds and may be repeated: what is made
 * under one id is made once.
 */
public interface PaymentProvider {

    /** What came back. */
    sealed interface Answer<T> {
        /** What was asked for. */
        record Is<T>(T value) implements Answer<T> {}

        /** The provider says no; asking again would not help. */
        record No<T>(No.Why why, String detail) implements Answer<T> {
            /** Why. */
            public enum Why {
                /** It does not know the key. */
                KEY,
                /** It does not know what was asked about. */
                UNKNOWN,
                /** Anything else, such as an amount it does not take. */
                OTHER
            }
        }

        /** No answer, or one that says to come back later: it may or may not have been done. */
        record Later<T>() implements Answer<T> {}
    }

    /**
     * A payment to be made.
     *
     * @param id ours: the same id makes one payment
     * @param description what the customer reads on the bank statement; no personal data
     * @param back where the customer comes back to
     * @param callback where the provider says that something happened, where it can reach us
     */
    record Wanted(UUID id, long cents, String description, String locale, URI back, Optional<URI> callback) {}

    /**
     * A payment as the provider has it.
     *
     * @param checkout where the customer pays, while that is possible
     */
    record Seen(String id, PaymentState state, long cents, Optional<URI> checkout, List<SeenRefund> refunds) {
        /** Copies. */
        public Seen {
            refunds = List.copyOf(refunds);
        }

        /** What of it went back, or is on its way. */
        public long refundedCents() {
            return refunds.stream()
                    .filter(one -> !one.failed())
                    .mapToLong(SeenRefund::cents)
                    .sum();
        }
    }

    /**
     * Money that went back.
     *
     * @param ours the id under which we asked for it, if we did
     * @param failed whether the customer did not get it after all
     * @param done whether the customer has it
     */
    record SeenRefund(String id, Optional<UUID> ours, long cents, boolean failed, boolean done) {}

    /** The ways to pay that a key offers, by the names customers know. */
    Answer<List<String>> methods(ApiKey key);

    /** Makes a payment. */
    Answer<Seen> create(ApiKey key, Wanted wanted);

    /** Asks how a payment stands. */
    Answer<Seen> ask(ApiKey key, String payment);

    /** Gives a part of a payment back. */
    Answer<SeenRefund> refund(ApiKey key, String payment, UUID id, long cents, String description);
}
