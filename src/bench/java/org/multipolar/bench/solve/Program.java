package org.multipolar.bench.solve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;

/**
 * A solver that is a program of its own, started anew for each lap on the exported MPS.
 *
 * <p>What starting it and reading the file takes is measured by runs that do nothing else, three before the first lap on a
 * problem and one before each other; the least so far is taken off, and a millisecond is left at least.
 */
abstract class Program implements Racer {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final long LEFT_AT_LEAST = 1_000_000;

    private final Path folder;
    private String lastRead = "";
    private long leastReading;

    Program() {
        try {
            folder = Files.createTempDirectory("race");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    abstract List<String> reading(Path mps);

    abstract List<String> solving(Path mps, Path answer, Duration limit);

    /** {@return what the program wrote, as a claim that took so long} */
    abstract Claim claim(Problem problem, List<String> answer, long nanos, long aside);

    @Override
    public Claim solve(PortfolioProblem portfolio, Duration limit) {
        try {
            var text = Scaled.mps(portfolio.problem());
            var mps = Files.writeString(folder.resolve("problem.mps"), text, UTF_8);
            var answer = folder.resolve("answer.txt");
            Files.deleteIfExists(answer);
            if (!text.equals(lastRead)) {
                lastRead = text;
                leastReading = Math.min(run(reading(mps), limit), run(reading(mps), limit));
            }
            leastReading = Math.min(leastReading, run(reading(mps), limit));
            long aside = leastReading;
            long nanos = Math.max(LEFT_AT_LEAST, run(solving(mps, answer, limit), limit) - aside);
            var written = Files.exists(answer) ? Files.readAllLines(answer, UTF_8) : List.<String>of();
            return claim(portfolio.problem(), written, nanos, aside);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long run(List<String> command, Duration limit) throws IOException {
        long start = System.nanoTime();
        var process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return System.nanoTime() - start;
    }

    /** {@return the first line of what a command prints that matches} */
    static String said(String pattern, String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.matches(pattern))
                    .findFirst()
                    .orElse("?")
                    .strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        for (var name : List.of("problem.mps", "answer.txt", "")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException left) {
                throw new UncheckedIOException(left);
            }
        }
    }
}
