package be.quartier.people;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs short work after the answer has left, each on its own virtual thread, so many at a time and no more. */
final class Afterwards implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room;

    Afterwards(int atOnce) {
        this.room = new Semaphore(atOnce);
    }

    @Override
    public void execute(Runnable work) {
        if (!room.tryAcquire()) {
            throw new RejectedExecutionException("too much to do at once");
        }
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("what was to come after an answer failed", e);
            } finally {
                room.release();
            }
        });
    }

    /** Waits for what was promised. */
    @Override
    public void close() {
        threads.close();
    }
}
