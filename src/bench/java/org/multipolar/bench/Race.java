package org.multipolar.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.multipolar.bench.solve.SolveRace;

/**
 * Runs the races. {@code --all}: rules, optimiser, sweep and HTTP in ten minutes. {@code --full}: rules in all sizes,
 * {@code --quick} the headline alone, {@code --growth} ours over more sizes. {@code --solve}: the optimiser, {@code --solve-quick}
 * on few problems. {@code --storm} asks the packaged service too much, {@code --index} times the country index, {@code --sliders} moves
 * of sliders, {@code --log} the verification of a log.
 */
public final class Race {

    private static final Size HEADLINE = new Size(3_000, 100);
    private static final int HANDFUL = 30;
    private static final List<Integer> CANDIDATES = List.of(300, 3_000, 30_000);
    private static final List<Integer> RULES = List.of(50, 100, 200);

    private final Pace pace;
    private final Map<String, Double> nanosPerQuestion = new HashMap<>();

    private Race(Pace pace) {
        this.pace = pace;
    }

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        // As the service sets it: what the engine traces would cost several times what it does.
        java.util.logging.Logger.getLogger("org.drools").setLevel(java.util.logging.Level.SEVERE);
        Machine.print();
        switch (arguments.length == 0 ? "--full" : arguments[0]) {
            case "--full" -> new Race(Pace.FULL).full();
            case "--quick" -> new Race(Pace.QUICK).quick();
            case "--all" -> {
                new Race(Pace.QUICK).quick();
                SolveRace.quickWithFutures();
                HttpTimes.print();
            }
            case "--growth" -> Growth.print();
            case "--index" -> {
                IndexTimes.print();
                return;
            }
            case "--log" -> {
                LogTimes.print();
                return;
            }
            case "--storm" -> {
                StormTimes.print();
                return;
            }
            case "--sliders" -> {
                SliderTimes.print();
                return;
            }
            case "--solve", "--solve-quick" -> {
                if (arguments[0].equals("--solve")) {
                    SolveRace.full();
                } else {
                    SolveRace.quick();
                }
                System.out.printf("%nTook %d s.%n", (System.nanoTime() - start) / 1_000_000_000);
                return;
            }
            default ->
                throw new IllegalArgumentException(
                        "Say --all, --full, --quick, --growth, --index, --log, --sliders, --storm, --solve or --solve-quick.");
        }
        System.out.printf(
                "%nEvery lap's findings were those of the loop. Took %d s.%n",
                (System.nanoTime() - start) / 1_000_000_000);
    }

    private void full() {
        for (int rules : RULES) {
            var entrants = entrants(rules);
            Report.head();
            CANDIDATES.forEach(candidates -> heat(new Size(candidates, rules), entrants));
        }
    }

    private void quick() {
        var entrants = entrants(HEADLINE.rules());
        var handful = new Size(HANDFUL, HEADLINE.rules());
        entrants.contestants().forEach(each -> probe(each, handful, entrants.maker()));
        Report.head();
        heat(HEADLINE, entrants);
    }

    private static Entrants entrants(int rules) {
        System.out.printf("%nby %d rules%n", rules);
        return Entrants.all(rules);
    }

    private void heat(Size size, Entrants entrants) {
        var able = entrants.contestants().stream()
                .filter(each -> expected(each, size) * Pace.LAPS_AT_LEAST
                        <= pace.patience().toNanos())
                .toList();
        var heat = new Heat(able, entrants.maker(), size.candidates(), pace);
        var times = heat.run();
        var floor = times.getOrDefault(able.get(0), new Times());
        for (var contestant : entrants.contestants()) {
            var own = times.get(contestant);
            if (own == null) {
                Report.skipped(size, contestant, expected(contestant, size));
            } else {
                nanosPerQuestion.put(contestant.name(), size.nanosPerQuestion(own.median()));
                Report.line(size, contestant, own, floor);
            }
        }
        System.out.printf(
                "%s%.2f findings per candidate%n",
                size.equals(HEADLINE) ? "                   headline: " : "                   ",
                heat.findingsPerCandidate());
    }

    /** {@return how long a lap will take, in nanoseconds, judged by the size before; nothing is known of the first} */
    private double expected(Contestant contestant, Size size) {
        return nanosPerQuestion.getOrDefault(contestant.name(), 0.0) * size.candidates() * size.rules();
    }

    /** Each judges a handful, so that who is too slow is known where no smaller size was run before. */
    private void probe(Contestant contestant, Size handful, CandidateMaker maker) {
        var lap = contestant.lap(maker.candidates(handful.candidates()));
        long least = Long.MAX_VALUE;
        long start = System.nanoTime();
        do {
            long before = System.nanoTime();
            lap.judge();
            least = Math.min(least, System.nanoTime() - before);
        } while (System.nanoTime() - start < 2 * pace.warmUp().toNanos());
        nanosPerQuestion.put(contestant.name(), handful.nanosPerQuestion(least));
    }
}
