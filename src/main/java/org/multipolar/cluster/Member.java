package org.multipolar.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.util.concurrent.CountDownLatch;

/** A process that only works: takes part until it is told to stop. */
public final class Member implements AutoCloseable {

    private final HazelcastInstance hazelcast;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Member(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
    }

    /** Joins; {@link Members#factory} must have been told before. Takes some seconds. */
    public static Member join(Membership membership) {
        return new Member(Joined.join(membership));
    }

    /** {@return how many processes take part, this one among them} */
    public int members() {
        return hazelcast.getCluster().getMembers().size();
    }

    /** Returns when it was closed, or the process is asked to end (as by SIGTERM) and has left the cluster in good order. */
    public void waitUntilStopped() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "cluster-leave"));
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands what it holds to other members, then leaves. */
    @Override
    public void close() {
        hazelcast.shutdown();
        stopped.countDown();
    }
}
