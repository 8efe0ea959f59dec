package org.multipolar.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Jobs and maps whose coordinator is lost; the oldest member removes them. */
final class Orphans {

    private static final Logger LOG = Logger.getLogger(Orphans.class);
    private static final int TRIES = 30;

    private Orphans() {}

    /** {@return whether the coordinator after whom this is called is a member} */
    static boolean coordinated(HazelcastInstance hazelcast, String name) {
        var coordinator = Names.coordinator(name);
        return hazelcast.getCluster().getMembers().stream()
                .anyMatch(member -> member.getUuid().equals(coordinator));
    }

    private static boolean orphan(HazelcastInstance hazelcast, @Nullable String name) {
        return name != null && Names.coordinator(name) != null && !coordinated(hazelcast, name);
    }

    /** Removes them by a thread of its own: the cluster changes just now, and may need some tries. */
    static void removeSoon(HazelcastInstance hazelcast) {
        var thread = new Thread(() -> tryToRemove(hazelcast), "cluster-orphans");
        thread.setDaemon(true);
        thread.start();
    }

    private static void tryToRemove(HazelcastInstance hazelcast) {
        try {
            for (int tries = 0; tries < TRIES && !removed(hazelcast); tries++) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (HazelcastInstanceNotActiveException leaving) {
            LOG.debug("This member leaves; another one removes what a lost coordinator left.");
        }
    }

    /** {@return whether nothing is left to remove for this member} */
    private static boolean removed(HazelcastInstance hazelcast) {
        if (!hazelcast.getCluster().getMembers().iterator().next().localMember()) {
            return true;
        }
        try {
            return jobsEnded(hazelcast) && mapsDestroyed(hazelcast);
        } catch (HazelcastInstanceNotActiveException leaving) {
            throw leaving;
        } catch (RuntimeException changing) {
            LOG.debug("What a lost coordinator left could not be removed yet.", changing);
            return false;
        }
    }

    private static boolean jobsEnded(HazelcastInstance hazelcast) {
        boolean ended = true;
        for (var job : hazelcast.getJet().getJobs()) {
            if (orphan(hazelcast, job.getName()) && !job.getStatus().isTerminal()) {
                job.cancel();
                ended = false;
            }
        }
        return ended;
    }

    private static boolean mapsDestroyed(HazelcastInstance hazelcast) {
        for (var map : hazelcast.getDistributedObjects()) {
            if (orphan(hazelcast, map.getName())) {
                map.destroy();
            }
        }
        return true;
    }
}
