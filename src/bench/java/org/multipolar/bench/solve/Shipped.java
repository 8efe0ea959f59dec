package org.multipolar.bench.solve;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Snapshot;
import org.multipolar.bench.Times;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;

/** Times our own solver on the shipped buyers: the problem alone, from judging on, and asked a second time. */
final class Shipped {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int LAPS = 20;
    private static final int LAPS_AT_LEAST = 3;

    private Shipped() {}

    static void print(Patience patience) {
        var snapshot =
                SnapshotReader.read(Path.of("profiles"), Path.of("rules")).orThrow();
        System.out.printf(
                "%nshipped buyers%n%-20s %9s %6s %5s %11s %11s %17s %9s %13s %9s%n",
                "buyer",
                "variables",
                "rows",
                "laps",
                "solve ms",
                "worst",
                "judge+solve ms",
                "worst",
                "asked again",
                "worst");
        snapshot.buyers().keySet().forEach(buyer -> line(snapshot, buyer, patience));
    }

    /** The three are run in turn, lap by lap; only the third has seen the problem before. */
    private static void line(Snapshot snapshot, String id, Patience patience) {
        var question =
                new Question(java.util.Objects.requireNonNull(snapshot.buyers().get(id)), DAY, List.of());
        var portfolio = Advisor.problem(snapshot, question);
        var same = Ours.SOLVER.get();
        solve(same, portfolio);
        var alone = new Times();
        var whole = new Times();
        var again = new Times();
        while (alone.count() < LAPS_AT_LEAST
                || (alone.count() < LAPS
                        && alone.total() + whole.total() + again.total()
                                < 2 * patience.limit().toNanos())) {
            alone.add(timed(() -> solve(Ours.SOLVER.get(), portfolio)));
            whole.add(timed(() -> solve(Ours.SOLVER.get(), Advisor.problem(snapshot, question))));
            again.add(timed(() -> solve(same, portfolio)));
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %9d %6d %5d %11s %11s %17s %9s %13s %9s%n",
                id,
                portfolio.problem().variables().size(),
                portfolio.problem().rows().size(),
                alone.count(),
                SolveReport.milliseconds(alone.median()),
                SolveReport.milliseconds(alone.most()),
                SolveReport.milliseconds(whole.median()),
                SolveReport.milliseconds(whole.most()),
                SolveReport.milliseconds(again.median()),
                SolveReport.milliseconds(again.most()));
    }

    private static void solve(Solver solver, PortfolioProblem portfolio) {
        if (!(solver.solve(portfolio.problem(), portfolio.ties()) instanceof Outcome.Optimal)) {
            throw new IllegalStateException("A shipped buyer was not proven.");
        }
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
