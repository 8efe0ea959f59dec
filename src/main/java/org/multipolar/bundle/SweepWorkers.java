package org.multipolar.bundle;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Judgements;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.solve.Memoised;
import org.multipolar.sweep.ChunkWorker;
import org.multipolar.sweep.FutureWorker;
import org.multipolar.sweep.Task;
import org.multipolar.sweep.WorkerFactory;

/** Makes workers of sweeps; what a task rests on is read once for all workers of the latest one. */
public final class SweepWorkers implements WorkerFactory {

    /** Outcomes kept for all workers; each may hold some thousand whole numbers. */
    private static final int OUTCOMES = 256;

    private record Ready(String task, SweepTask read, Judgements judgements, Memoised outcomes) {}

    private final Supplier<Solver> solvers;
    private @Nullable Ready ready;

    /**
     * @param solvers makes a solver for each worker, so that none waits for another
     */
    public SweepWorkers(Supplier<Solver> solvers) {
        this.solvers = solvers;
    }

    /** Tells what a task rests on, so that it need not be read again here. */
    public synchronized void ready(Task task, SweepTask read, Judgements judgements) {
        ready = new Ready(task.id(), read, judgements, new Memoised(solvers.get(), OUTCOMES));
    }

    @Override
    public ChunkWorker worker(Task task) {
        var of = of(task);
        var solver = of.outcomes().before(solvers.get());
        if (!of.read().madeHere(task, solver.name())) {
            throw new IllegalStateException(
                    """
                    This process runs another program than the one that asked for the sweep.
                    Maybe a member of the cluster was not brought up to date.""");
        }
        return new FutureWorker(
                of.read().snapshot(),
                of.read().question(),
                of.read().plan(),
                of.read().mixes(),
                solver,
                of.judgements());
    }

    private synchronized Ready of(Task task) {
        var known = ready;
        if (known == null || !known.task().equals(task.id())) {
            known = new Ready(task.id(), SweepTask.read(task), new Judgements(), new Memoised(solvers.get(), OUTCOMES));
            ready = known;
        }
        return known;
    }
}
