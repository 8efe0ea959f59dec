package org.multipolar.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.web.SweepTable.Row;

/** Works sweeps out in the background, one after the other; those that a stop or a crash broke off go on at the next start. */
@Singleton
public class SweepRuns {

    private static final Logger LOG = Logger.getLogger(SweepRuns.class);
    private static final int MOST_WAITING = 8;

    private final Records records;
    private final Clock clock;
    private final Duration every;
    private final SweepEngine engine;
    private final String holder = UUID.randomUUID().toString();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "sweeps");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean ending;
    private volatile @Nullable SweepRun running;

    @Inject
    SweepRuns(
            Records records,
            Clock clock,
            SweepEngine engine,
            @ConfigProperty(name = "multipolar.sweeps.every") Duration every) {
        this.records = records;
        this.clock = clock;
        this.every = every;
        this.engine = engine;
    }

    void start(@Observes StartupEvent start) {
        if (records.embedded()) {
            table().release(null);
        }
        worker.execute(engine::ready);
        if (!every.isZero()) {
            var unused = worker.scheduleWithFixedDelay(
                    this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        ending = true;
        worker.shutdownNow();
    }

    SweepTable table() {
        return new SweepTable(records.database());
    }

    /** {@return the sweep, which waits or runs from now on; one that is done stays so} */
    Row begin(Row row) {
        var there = table().find(row.id());
        boolean fresh = there == null || (!there.state().equals(SweepTable.DONE) && !there.open());
        if (fresh && table().open(MOST_WAITING).size() >= MOST_WAITING) {
            throw new Busy();
        }
        var started = table().start(row);
        worker.execute(this::look);
        return started;
    }

    /** {@return the run of a sweep while this process is at it, or null} */
    @Nullable
    SweepRun running(String id) {
        var now = running;
        return now != null && now.id().equals(id) ? now : null;
    }

    /** Ends a sweep; what is worked out is kept, reported as a part, for one who asks for it again. */
    void cancel(String id) {
        table().cancel(id);
        var now = running(id);
        if (now != null) {
            now.cancel();
        }
    }

    /** Works out what is open, oldest first; a failure ends its sweep and no other. */
    private void look() {
        try {
            for (var row : table().open(MOST_WAITING)) {
                if (ending) {
                    return;
                }
                work(row);
            }
        } catch (RuntimeException | Error failure) {
            LOG.error("Looking for sweeps failed.", failure);
        }
    }

    private void work(Row row) {
        var run = new SweepRun(row, table(), records, clock, holder);
        running = run;
        try {
            run.work(engine.engine(), engine.workers(), () -> ending);
        } catch (BadInput bad) {
            table().end(row.id(), SweepTable.FAILED, bad.fault().message(), "");
        } catch (RuntimeException | Error failure) {
            if (!ending) {
                LOG.errorf(failure, "The sweep %s broke off.", row.id());
                table().end(row.id(), SweepTable.FAILED, "The sweep failed inside: " + failure.getMessage(), "");
            }
        } finally {
            running = null;
        }
    }
}
