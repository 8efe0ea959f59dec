package org.multipolar.web;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.SweepWorkers;
import org.multipolar.cluster.HazelcastEngine;
import org.multipolar.cluster.Members;
import org.multipolar.cluster.Membership;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.sweep.Engine;
import org.multipolar.sweep.LocalEngine;

/** Where sweeps are worked out: on threads of this process, or on all members of a cluster where a setting says so. */
@Singleton
public class SweepEngine {

    private final SweepWorkers workers = new SweepWorkers(Decomposition::forSweeps);
    private final int threads;
    private final Optional<Membership> membership;
    private @Nullable Engine engine;

    @Inject
    SweepEngine(
            @ConfigProperty(name = "multipolar.sweeps.threads") int threads,
            @ConfigProperty(name = "multipolar.cluster") boolean cluster,
            @ConfigProperty(name = "multipolar.cluster.name") String name,
            @ConfigProperty(name = "multipolar.cluster.host") String host,
            @ConfigProperty(name = "multipolar.cluster.port") int port,
            @ConfigProperty(name = "multipolar.cluster.members") Optional<List<String>> members) {
        this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        this.membership = cluster
                ? Optional.of(new Membership(name, host, port, members.orElse(List.of()), this.threads))
                : Optional.empty();
    }

    SweepWorkers workers() {
        return workers;
    }

    /** {@return the engine; the first to ask waits some seconds where it joins a cluster} */
    synchronized Engine engine() {
        var there = engine;
        if (there == null) {
            there = membership.isPresent() ? joined(membership.get()) : new LocalEngine(workers, threads);
            engine = there;
        }
        return there;
    }

    private Engine joined(Membership as) {
        Members.factory(workers);
        return HazelcastEngine.join(as);
    }

    /** Joins at the start, so that others find this process though it has no sweep of its own. */
    void ready() {
        if (membership.isPresent()) {
            engine();
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (engine != null) {
            engine.close();
        }
    }
}
