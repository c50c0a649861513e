package be.quartier.merchants;

/** What became of the wish to be paid on another account. */
public sealed interface AccountRequested {

    /** It waits for a second person and for the end of the cooling time. */
    record Waiting(BankAccount account) implements AccountRequested {}

    /** Another request waits already: withdraw it first. */
    record AnotherWaits() implements AccountRequested {}

    /** The merchant is paid on this very account already. */
    record Unchanged() implements AccountRequested {}
}
