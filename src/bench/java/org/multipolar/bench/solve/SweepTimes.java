package org.multipolar.bench.solve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.multipolar.advice.Advisor;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;
import org.multipolar.portfolio.drawn.Futures;
import org.multipolar.portfolio.drawn.Instance;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.portfolio.solve.OrTools;

/**
 * Times a sweep's solving: a thousand futures of a buyer of 8 demands with 40 candidates each, and of the shipped buyers, on
 * one thread and on two. Every proven mix goes through the checker, and both runs must give the same answers.
 */
public final class SweepTimes {

    private static final int SEEDS = 3;
    private static final int DEMANDS = 8;
    private static final int OFFERS = 40;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private SweepTimes() {}

    /** Arguments are how many futures each buyer has, and how the names of buyers begin; absent: all. */
    public static void main(String[] arguments) {
        int futures = arguments.length == 0 ? 333 : Integer.parseInt(arguments[0]);
        var only = arguments.length < 2 ? "" : arguments[1];
        System.out.printf(
                "%-22s %7s %7s %7s %7s %7s %9s %9s %8s %8s %8s %9s %8s%n",
                "buyer",
                "futures",
                "threads",
                "proven",
                "none",
                "open",
                "per sec",
                "cpu ms/1",
                "p50 ms",
                "p99 ms",
                "worst",
                "fallbacks",
                "answers");
        for (var tightness : Instance.Tightness.values()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                var name = tightness.name().toLowerCase(Locale.ROOT) + "-" + seed;
                if (name.startsWith(only)) {
                    line(name, Futures.of(new Instance(DEMANDS, OFFERS, tightness, seed))::at, futures);
                }
            }
        }
        var snapshot =
                SnapshotReader.read(Path.of("profiles"), Path.of("rules")).orThrow();
        snapshot.buyers().forEach((id, buyer) -> {
            if (id.startsWith(only)) {
                var stated = Advisor.problem(snapshot, new Question(buyer, DAY, List.of()));
                line(id, number -> Redrawn.of(stated, number), futures);
            }
        });
    }

    private static void line(String name, IntFunction<PortfolioProblem> future, int futures) {
        var problems = IntStream.range(0, futures).mapToObj(future).toList();
        var first = new Run(problems, 1).print(name);
        if (!first.equals(new Run(problems, 2).print(name))) {
            throw new IllegalStateException("Two threads answer otherwise than one.");
        }
    }

    /** One pass over all futures. */
    private static final class Run {
        private final List<PortfolioProblem> problems;
        private final int threads;
        private final AtomicInteger fallbacks = new AtomicInteger();
        private final AtomicIntegerArray said = new AtomicIntegerArray(3);
        private final long[] nanos;
        private final String[] answers;

        Run(List<PortfolioProblem> problems, int threads) {
            this.problems = problems;
            this.threads = threads;
            this.nanos = new long[problems.size()];
            this.answers = new String[problems.size()];
        }

        /** {@return a digest of all answers} */
        String print(String name) {
            long processor = processor();
            long start = System.nanoTime();
            var next = new AtomicInteger();
            var workers = IntStream.range(0, threads)
                    .mapToObj(t -> new Thread(() -> work(next)))
                    .toList();
            workers.forEach(Thread::start);
            workers.forEach(Run::join);
            long whole = System.nanoTime() - start;
            processor = processor() - processor;
            Arrays.sort(nanos);
            var digest = digest();
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %7d %7d %7d %7d %7d %9.1f %9.1f %8.1f %8.1f %8.1f %9d %8s%n",
                    name,
                    problems.size(),
                    threads,
                    said.get(0),
                    said.get(1),
                    said.get(2),
                    problems.size() * 1e9 / whole,
                    processor / 1e6 / problems.size(),
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    nanos[nanos.length - 1] / 1e6,
                    fallbacks.get(),
                    digest.substring(0, 8));
            return digest;
        }

        private void work(AtomicInteger next) {
            var solver = new Decomposition(counting(), Decomposition.USUAL_WORK).single();
            for (int i = next.getAndIncrement(); i < problems.size(); i = next.getAndIncrement()) {
                var each = problems.get(i);
                long start = System.nanoTime();
                var outcome = solver.solve(each.problem(), each.ties());
                nanos[i] = System.nanoTime() - start;
                answers[i] = outcome.fold(
                        optimal -> {
                            said.incrementAndGet(0);
                            return Checker.held(each.problem(), optimal).toString();
                        },
                        none -> {
                            said.incrementAndGet(1);
                            return "none";
                        },
                        open -> {
                            said.incrementAndGet(2);
                            return "open";
                        });
            }
        }

        private Solver counting() {
            var general = new OrTools(OrTools.USUAL_WORK);
            return new Solver() {
                @Override
                public Outcome solve(Problem problem, Ties ties) {
                    fallbacks.incrementAndGet();
                    return general.solve(problem, ties);
                }

                @Override
                public String name() {
                    return general.name();
                }
            };
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        private String digest() {
            try {
                var sha = MessageDigest.getInstance("SHA-256");
                for (var answer : answers) {
                    sha.update(Objects.requireNonNull(answer).getBytes(UTF_8));
                }
                return HexFormat.of().formatHex(sha.digest());
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        private static long processor() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }
}
