package org.multipolar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database whose server was restarted serves on, without a start of the program. */
@Timeout(120)
class RestartedServerTest {

    private static final int CONNECTIONS = 8;

    @Test
    void no_connection_of_before_is_handed_out() throws InterruptedException {
        var server = PostgresServer.started();
        try (var database = Database.open(server.database())) {
            manyAtOnce(database);
            server.crash();
            server.start();

            for (int call = 0; call < 3 * CONNECTIONS; call++) {
                assertThat(one(database)).as("call " + call).isEqualTo(1);
            }
        }
    }

    private static int one(Database database) {
        return database.read(
                handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
    }

    /** Fills the pool: all are held until all are there. */
    private static void manyAtOnce(Database database) throws InterruptedException {
        var there = new CountDownLatch(CONNECTIONS);
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.execute(() -> database.read(handle -> {
                there.countDown();
                return waited(there);
            }));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(there.getCount()).isZero();
    }

    private static boolean waited(CountDownLatch there) {
        try {
            return there.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
