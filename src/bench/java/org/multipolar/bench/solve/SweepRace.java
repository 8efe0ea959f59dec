package org.multipolar.bench.solve;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.drawn.Futures;
import org.multipolar.portfolio.drawn.Instance;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * Futures a second, each with a proven best mix: ours on one thread and on two, and a plain loop over each general solver.
 *
 * <p>All take the same futures of one buyer of 8 demands with 40 candidates each, in order, for so many seconds. When all are
 * done, every claim is judged in whole numbers against the best mix that anybody showed for its future: who is wrong is named.
 */
final class SweepRace {

    private static final int FUTURES = 400;
    private static final Duration EACH = Duration.ofSeconds(6);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final List<PortfolioProblem> futures;
    private final Map<Integer, Map<String, Claim>> claims = new TreeMap<>();

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
        race.judge();
    }

    private void judge() {
        claims.forEach((at, all) -> {
            var umpire = new Umpire(futures.get(at).problem());
            all.values().forEach(umpire::note);
            all.forEach((who, claim) -> {
                var wrong = umpire.wrong(claim);
                if (!wrong.isEmpty()) {
                    System.out.printf("  WRONG: %s in future %d: %s%n", who, at, wrong);
                }
            });
        });
    }

    private void ours(int threads) {
        var who = "multipolar, %d thread%s".formatted(threads, threads == 1 ? "" : "s");
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
                        var claim = claim(solver, futures.get(at));
                        note(who, at, claim);
                        if (claim.said() != Claim.Said.OPEN) {
                            proven.incrementAndGet();
                        }
                        done.incrementAndGet();
                    }
                }))
                .toList();
        workers.forEach(Thread::start);
        workers.forEach(SweepRace::join);
        line(who, done.get(), proven.get(), begun);
    }

    private static Claim claim(Solver solver, PortfolioProblem future) {
        return solver.solve(future.problem(), future.ties())
                .fold(
                        optimal ->
                                new Claim(Claim.Said.OPTIMAL, optimal.solution().values(), 0, 0),
                        none -> new Claim(Claim.Said.INFEASIBLE, List.of(), 0, 0),
                        open -> new Claim(Claim.Said.OPEN, List.of(), 0, 0));
    }

    private void loop(Racer racer) {
        long begun = System.nanoTime();
        int done = 0;
        int proven = 0;
        while (done < futures.size() && System.nanoTime() - begun < EACH.toNanos()) {
            var claim = racer.solve(futures.get(done), LIMIT);
            note(racer.name(), done, claim);
            proven += claim.said() == Claim.Said.OPEN ? 0 : 1;
            done++;
        }
        line(racer.name(), done, proven, begun);
    }

    private synchronized void note(String who, int at, Claim claim) {
        claims.computeIfAbsent(at, any -> new LinkedHashMap<>()).put(who, claim);
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
