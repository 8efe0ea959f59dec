package org.multipolar.bench.solve;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.drawn.Futures;
import org.multipolar.portfolio.drawn.Instance;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * Futures a second, each with a proven best mix: ours on one thread and on two, and a plain loop over each general solver.
 *
 * <p>All take the same futures of one buyer of 8 demands with 40 candidates each, in order, for so many seconds. Scores are
 * compared future by future: who disagrees with the others' proven score is named.
 */
final class SweepRace {

    private static final int FUTURES = 400;
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final List<PortfolioProblem> futures;
    private final Map<Integer, Long> scores = new HashMap<>();

    private SweepRace(List<PortfolioProblem> futures) {
        this.futures = futures;
    }

    static void print(List<Racer> racers) {
        var drawn = Futures.of(new Instance(8, 40, Instance.Tightness.SOME, 1));
        var race = new SweepRace(IntStream.range(0, FUTURES).mapToObj(drawn::at).toList());
        System.out.printf(
                "%nfutures of 8 demands with 40 candidates, %d s each%n%-22s %8s %8s %8s %10s%n",
                EACH.toSeconds(), "", "futures", "proven", "late", "a second");
        race.ours(1);
        race.ours(2);
        racers.stream().filter(racer -> !(racer instanceof Ours)).forEach(race::loop);
    }

    private void ours(int threads) {
        var next = new AtomicInteger();
        var proven = new AtomicInteger();
        var done = new AtomicInteger();
        long begun = System.nanoTime();
        var workers = IntStream.range(0, threads)
                .mapToObj(any -> new Thread(() -> {
                    var solver = Decomposition.forQuestions();
                    for (int at = next.getAndIncrement();
                            at < futures.size() && System.nanoTime() - begun < EACH.toNanos();
                            at = next.getAndIncrement()) {
                        if (proven(solver, at)) {
                            proven.incrementAndGet();
                        }
                        done.incrementAndGet();
                    }
                }))
                .toList();
        workers.forEach(Thread::start);
        workers.forEach(SweepRace::join);
        line("multipolar, %d thread%s".formatted(threads, threads == 1 ? "" : "s"), done.get(), proven.get(), begun);
    }

    /** {@return whether the future's outcome, be it a mix or that there is none, is proven} */
    private boolean proven(Solver solver, int at) {
        var problem = futures.get(at);
        return solver.solve(problem.problem(), problem.ties())
                .fold(
                        optimal -> {
                            note(
                                    "multipolar",
                                    at,
                                    Checker.held(problem.problem(), optimal).score());
                            return true;
                        },
                        none -> true,
                        open -> false);
    }

    private void loop(Racer racer) {
        long begun = System.nanoTime();
        int done = 0;
        int proven = 0;
        while (done < futures.size() && System.nanoTime() - begun < EACH.toNanos()) {
            var problem = futures.get(done);
            var claim = racer.solve(problem, LIMIT);
            if (claim.said() == Claim.Said.OPTIMAL) {
                note(racer.name(), done, score(problem, claim));
            }
            proven += claim.said() == Claim.Said.OPEN ? 0 : 1;
            done++;
        }
        line(racer.name(), done, proven, begun);
    }

    private static long score(PortfolioProblem problem, Claim claim) {
        return problem.problem()
                .score(claim.values().stream().mapToLong(Long::longValue).toArray());
    }

    private synchronized void note(String who, int at, long score) {
        var known = scores.putIfAbsent(at, score);
        if (known != null && known != score) {
            System.out.printf("  %s says %d of future %d, another said %d%n", who, score, at, known);
        }
    }

    private static void line(String who, int done, int proven, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%-22s %8d %8d %8d %10.1f%n", who, done, proven, done - proven, proven / seconds);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
