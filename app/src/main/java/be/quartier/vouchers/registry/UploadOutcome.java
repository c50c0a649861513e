package be.quartier.vouchers.registry;

/** What became of a file that somebody sent. */
public sealed interface UploadOutcome {

    /** Read and judged; nothing changes before it is confirmed. */
    record Staged(RegistryImport made) implements UploadOutcome {}

    /** Of no use; nothing was kept. */
    record Refused(FileRefusal refusal) implements UploadOutcome {}
}
