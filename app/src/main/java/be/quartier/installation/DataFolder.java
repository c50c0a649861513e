package be.quartier.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The folder an installation keeps everything in: {@code postgresql/} (the embedded database), {@code secrets/} and
 * {@code files/}. Invariant: held by one process at a time.
 */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final @Nullable FileChannel channel;
    private final @Nullable FileLock lock;

    private DataFolder(Path root, @Nullable FileChannel channel, @Nullable FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the folder, creating it if needed, and holds it until {@link #close()} or the end of the process.
     *
     * @throws InstallationRefused when another process holds it or it cannot be written
     */
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new InstallationRefused("Another Quartier is already running on the data folder " + root
                        + ". Stop it first, or choose another folder with --data.");
            }
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new InstallationRefused(
                    "The data folder " + root + " cannot be written: " + e.getMessage()
                            + ". Check its owner and the free space.",
                    e);
        }
    }

    /** The folder of an installation that another process holds, to be read only. */
    static DataFolder ofAnother(Path folder) {
        return new DataFolder(folder.toAbsolutePath().normalize(), null, null);
    }

    /** Whether a process holds the folder now. */
    public static boolean held(Path folder) {
        Path file = folder.toAbsolutePath().resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return true;
            }
            lock.release();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The folder itself, absolute. */
    public Path root() {
        return root;
    }

    /** A folder inside, created if needed. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The installation's master key: {@code QUARTIER_MASTER_KEY} if given, else the folder's own, made at first use. */
    public MasterKey masterKey(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return MasterKey.parse(given);
        }
        return readMasterKey(root).orElseGet(this::makeMasterKey);
    }

    /** The master key kept in a data folder, if it has one; needs no hold on the folder. */
    public static java.util.Optional<MasterKey> readMasterKey(Path folder) {
        Path file = folder.resolve("secrets").resolve("master.key");
        try {
            return Files.exists(file)
                    ? java.util.Optional.of(MasterKey.parse(Files.readString(file)))
                    : java.util.Optional.empty();
        } catch (IOException e) {
            throw new InstallationRefused("The master key " + file + " cannot be read.", e);
        }
    }

    private MasterKey makeMasterKey() {
        byte[] bytes = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(bytes);
        writeMasterKey(Base64.getEncoder().encodeToString(bytes));
        return new MasterKey(bytes);
    }

    /** Writes the key so that a crash leaves either no key or the whole key, readable by the owner alone. */
    void writeMasterKey(String base64) {
        Path file = folder("secrets").resolve("master.key");
        try {
            Path partial = file.resolveSibling("master.key.partial");
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                out.write(java.nio.ByteBuffer.wrap(base64.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(partial, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InstallationRefused("The master key cannot be written to " + file + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
