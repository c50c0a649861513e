package be.quartier.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clients that each do one thing after the other for a while (closed loop), and what they measured. */
final class Load {

    /** What one client does again and again. */
    interface Client {

        /** Does it once; throws when it was not done. */
        void once() throws Exception;

        /** Frees what it holds. */
        default void close() throws Exception {}
    }

    /** Makes the client with this number. */
    interface Clients {

        Client client(int number) throws Exception;
    }

    /**
     * Figures of one run.
     *
     * @param perSecond how many were done
     * @param p99Millis 99 of 100 took no longer
     * @param cpuMicros processor time of each, in server, database and driver
     */
    record Figures(double perSecond, double p50Millis, double p99Millis, double cpuMicros) {}

    private Load() {}

    /** Lets this many clients work; the first fault of one ends the run. */
    static Figures run(Cpu cpu, int clients, Duration time, Clients make) throws Exception {
        List<Worker> workers = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            workers.add(new Worker(make.client(number), time));
        }
        double cpuBefore = cpu.seconds();
        long before = System.nanoTime();
        workers.forEach(Thread::start);
        long[] all = {};
        for (Worker worker : workers) {
            worker.join();
            if (worker.fault != null) {
                throw worker.fault;
            }
            int from = all.length;
            all = Arrays.copyOf(all, from + worker.count);
            System.arraycopy(worker.nanos, 0, all, from, worker.count);
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        double cpuMicros = (cpu.seconds() - cpuBefore) / all.length * 1e6;
        for (Worker worker : workers) {
            worker.client.close();
        }
        Arrays.sort(all);
        return new Figures(
                all.length / seconds, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6, cpuMicros);
    }

    private static final class Worker extends Thread {

        private final Client client;
        private final Duration time;
        private long[] nanos = new long[1 << 16];
        private int count;
        private @org.jspecify.annotations.Nullable Exception fault;

        Worker(Client client, Duration time) {
            this.client = client;
            this.time = time;
            setDaemon(true);
        }

        @Override
        public void run() {
            long end = System.nanoTime() + time.toNanos();
            try {
                for (long begin = System.nanoTime(); begin < end; ) {
                    client.once();
                    long now = System.nanoTime();
                    if (count == nanos.length) {
                        nanos = Arrays.copyOf(nanos, 2 * count);
                    }
                    nanos[count++] = now - begin;
                    begin = now;
                }
            } catch (Exception e) {
                fault = e;
            }
        }
    }
}
