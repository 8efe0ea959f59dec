package org.multipolar.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.Job;
import com.hazelcast.jet.config.JobConfig;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sinks;
import com.hazelcast.jet.pipeline.SourceBuilder;
import com.hazelcast.map.IMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.multipolar.sweep.Results;
import org.multipolar.sweep.Task;

/** One piece of work as its coordinator sees it: maps, a job at a time, and what is still to be told. */
final class Run implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Run.class);
    private static final long LOOKS_UP_MILLIS = 100;
    private static final long FAREWELL_SECONDS = 60;
    private static final int AT_ONCE = 64;
    private static final int MOST_IDLE_JOBS = 3;

    private final HazelcastInstance hazelcast;
    private final String name;
    private final Task task;
    private final SortedSet<Integer> untold;
    private final IMap<Integer, byte[]> letters;
    private @Nullable Job job;
    private int jobs;

    Run(HazelcastInstance hazelcast, String name, Task task, SortedSet<Integer> chunks) {
        this.hazelcast = hazelcast;
        this.name = name;
        this.task = task;
        this.untold = new TreeSet<>(chunks);
        this.letters = hazelcast.getMap(Names.results(name));
        var parts = hazelcast.<String, byte[]>getMap(Names.parts(name));
        task.parts().forEach((part, blob) -> parts.set(part, blob.bytes()));
    }

    /** Tells what comes, until all is told or nobody wants to know; another job takes up what one left undone. */
    void tell(Results results, BooleanSupplier cancelled) {
        int idleJobs = 0;
        while (!untold.isEmpty()
                && !cancelled.getAsBoolean()
                && !Thread.currentThread().isInterrupted()) {
            var current = job == null ? start() : job;
            boolean ended = current.getFuture().isDone();
            boolean came = tellNews(results);
            if (came) {
                idleJobs = 0;
            } else if (ended) {
                idleJobs++;
                checkIdle(idleJobs, current);
                job = null;
            } else {
                pause();
            }
        }
    }

    private Job start() {
        jobs++;
        var chunks = untold.stream().mapToInt(Integer::intValue).toArray();
        var config = new JobConfig().setName(name + "." + jobs);
        var started = hazelcast.getJet().newJob(pipeline(name, task.id(), chunks, mostWorkers()), config);
        job = started;
        return started;
    }

    private int mostWorkers() {
        int most = hazelcast.getCluster().getMembers().stream()
                .mapToInt(Joined::workers)
                .max()
                .orElse(0);
        if (most == 0) {
            throw new IllegalStateException(
                    """
                    No member of the cluster %s works: all of them only coordinate.
                    Maybe the processes that should work are not there yet, or cannot be reached."""
                            .formatted(hazelcast.getConfig().getClusterName()));
        }
        return most;
    }

    /** Static, and of plain values: it travels to every member. */
    private static Pipeline pipeline(String run, String task, int[] chunks, int workers) {
        var source = SourceBuilder.batch("chunks", context -> new Taker(context, run, task, chunks))
                .<Map.Entry<Integer, byte[]>>fillBufferFn(Taker::next)
                .destroyFn(Taker::close)
                .distributed(workers)
                .build();
        var pipeline = Pipeline.create();
        pipeline.readFrom(source).writeTo(Sinks.map(Names.results(run)));
        return pipeline;
    }

    private boolean tellNews(Results results) {
        var there = letters.keySet();
        var news = new TreeSet<Integer>();
        untold.stream().filter(there::contains).limit(AT_ONCE).forEach(news::add);
        new TreeMap<>(letters.getAll(news)).forEach((chunk, letter) -> {
            var result = Letter.open(letter);
            // INVARIANT: told once, since a chunk that is told is never untold again, whatever the map says.
            untold.remove(chunk);
            results.done(chunk, result);
            letters.set(chunk, Letter.told());
        });
        return !news.isEmpty();
    }

    private void checkIdle(int idleJobs, Job ended) {
        if (idleJobs >= MOST_IDLE_JOBS) {
            throw new IllegalStateException(
                    """
                    %d jobs in turn ended without a result; %d chunks are not worked out: %s
                    Maybe members come and go faster than a chunk takes, or run another version of this program."""
                            .formatted(idleJobs, untold.size(), ending(ended)));
        }
    }

    private static String ending(Job ended) {
        return ended.getFuture()
                .handle((nothing, failure) -> String.valueOf(failure))
                .join();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOKS_UP_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the job, waits for the chunks in hand, and removes all maps. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            end();
            hazelcast.getMap(Names.parts(name)).destroy();
            hazelcast.getMap(Names.taken(name)).destroy();
            letters.destroy();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void end() {
        if (job == null || job.getFuture().isDone()) {
            return;
        }
        if (!untold.isEmpty()) {
            job.cancel();
        }
        try {
            job.getFuture().get(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException ended) {
            LOG.debugf(ended, "The job %s ended.", job.getName());
        } catch (TimeoutException slow) {
            LOG.warnf("Members still work for %s, which nobody waits for any more.", job.getName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
