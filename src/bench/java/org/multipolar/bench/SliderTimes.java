package org.multipolar.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.whatif.Lever;
import org.multipolar.whatif.Levers;
import org.multipolar.whatif.Trials;

/**
 * Times single moves of each slider of the shipped buyers: the mix of today held, and the new best one proven.
 *
 * <p>Each move is made once, by one solver that remembers what a serving process would; a round over unmoved weights warms up.
 */
final class SliderTimes {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final double MILLION = 1e6;
    private static final int WARM = 8;

    private SliderTimes() {}

    static void print() {
        var snapshot =
                SnapshotReader.read(Path.of("profiles"), Path.of("rules")).orThrow();
        System.out.printf(
                "%nSingle moves of sliders; milliseconds, median / 99th percentile / slowest%n%-22s %6s %24s %28s %9s%n",
                "buyer", "moves", "held", "new best, proven", "<= 300");
        var held = new Times();
        var anew = new Times();
        snapshot.buyers().values().forEach(buyer -> of(snapshot, buyer, held, anew));
        line("all", held, anew);
    }

    private static void of(Snapshot snapshot, Buyer buyer, Times allHeld, Times allAnew) {
        var question = new Question(buyer, DAY, List.of());
        var trials = Trials.of(snapshot, question, Decomposition.forQuestions(), new Judgements());
        for (int round = 0; round < WARM; round++) {
            trials.held(question);
            trials.anew(question);
        }
        var held = new Times();
        var anew = new Times();
        for (var moved : moved(Levers.of(question))) {
            held.add(time(() -> trials.held(moved)));
            anew.add(time(() -> trials.anew(moved)));
        }
        line(buyer.id(), held, anew);
        held.forEach(allHeld::add);
        anew.forEach(allAnew::add);
    }

    /** A step to each side of every slider that the profile allows by itself. */
    private static List<Question> moved(Levers levers) {
        var questions = new ArrayList<Question>();
        for (var lever : levers.all()) {
            sides(lever).filter(value -> value != lever.at()).forEach(value -> {
                try {
                    questions.add(levers.moved(levers.read(Map.of(lever.id(), String.valueOf(value)))));
                } catch (BadInput contradicts) {
                    // Beyond an end of the slider, or against another number of the profile.
                }
            });
        }
        return questions;
    }

    private static LongStream sides(Lever lever) {
        return switch (lever.unit()) {
            case POINTS, USD -> LongStream.of(lever.at() * 9 / 10, lever.at() * 12 / 10);
            case COUNT -> LongStream.of(lever.at() - 1, lever.at() + 1);
            case PERCENT ->
                lever.kind().weighs()
                        ? LongStream.of(lever.at() * 9 / 10, lever.at() * 12 / 10)
                        : LongStream.of(lever.at() - 5, lever.at() + 5);
        };
    }

    private static void line(String name, Times held, Times anew) {
        var within = new ArrayList<Long>();
        anew.forEach(each -> {
            if (each <= 300 * MILLION) {
                within.add(each);
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%-22s %6d %8.0f %7.0f %7.0f %10.0f %8.0f %8.0f %8d%%%n",
                name,
                anew.count(),
                held.median() / MILLION,
                held.p99() / MILLION,
                held.most() / MILLION,
                anew.median() / MILLION,
                anew.p99() / MILLION,
                anew.most() / MILLION,
                100 * within.size() / Math.max(1, anew.count()));
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
