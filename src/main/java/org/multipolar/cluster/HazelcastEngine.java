package org.multipolar.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.multipolar.sweep.Engine;
import org.multipolar.sweep.Results;
import org.multipolar.sweep.Task;

/**
 * Works out chunks on all members of a cluster that have workers; this process is one of the members.
 *
 * <p>Members may be lost while it works: what they had in hand is worked out again. Two that are lost at the same moment can
 * take the task with them, which ends the work with a message. Where this process is lost, the others forget the work; another
 * coordinator may be asked for what was not told.
 *
 * <p>When the work is cancelled, it waits for chunks that members have in hand, at most a minute.
 */
public final class HazelcastEngine implements Engine {

    private final HazelcastInstance hazelcast;
    private final AtomicLong runs = new AtomicLong();
    private final ReadWriteLock leaving = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private HazelcastEngine(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
    }

    /** Joins; {@link Members#factory} must have been told before, where this member has workers. Takes some seconds. */
    public static HazelcastEngine join(Membership membership) {
        return new HazelcastEngine(Joined.join(membership));
    }

    @Override
    public void work(Task task, SortedSet<Integer> chunks, Results results, BooleanSupplier cancelled) {
        leaving.readLock().lock();
        try {
            if (!closed && !chunks.isEmpty()) {
                start(task, chunks, results, cancelled);
            }
        } finally {
            leaving.readLock().unlock();
        }
    }

    private void start(Task task, SortedSet<Integer> chunks, Results results, BooleanSupplier cancelled) {
        var coordinator = hazelcast.getCluster().getLocalMember().getUuid();
        try (var run = new Run(hazelcast, Names.run(coordinator, runs.incrementAndGet()), task, chunks)) {
            run.tell(results, () -> closed || cancelled.getAsBoolean());
        }
    }

    HazelcastInstance hazelcast() {
        return hazelcast;
    }

    /** {@return how many processes take part, this one among them} */
    public int members() {
        return hazelcast.getCluster().getMembers().size();
    }

    @Override
    public int workers() {
        return hazelcast.getCluster().getMembers().stream()
                .mapToInt(Joined::workers)
                .sum();
    }

    /** Ends work in progress, then leaves the cluster. */
    @Override
    public void close() {
        closed = true;
        leaving.writeLock().lock();
        try {
            hazelcast.shutdown();
        } finally {
            leaving.writeLock().unlock();
        }
    }
}
