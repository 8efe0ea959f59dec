package org.multipolar.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multipolar.rulebook.Field;

/** One size of the race: everybody judges the same candidates, in turn, and is checked each time. */
final class Heat {

    private final List<Contestant> contestants;
    private final CandidateMaker maker;
    private final int candidates;
    private final Pace pace;
    private final Map<Contestant, Times> times = new LinkedHashMap<>();
    private long findings;

    /**
     * @param contestants who takes part; the first is the one all others must agree with
     */
    Heat(List<Contestant> contestants, CandidateMaker maker, int candidates, Pace pace) {
        this.contestants = List.copyOf(contestants);
        this.maker = maker;
        this.candidates = candidates;
        this.pace = pace;
        contestants.forEach(each -> times.put(each, new Times()));
    }

    /** {@return the times of each contestant} */
    Map<Contestant, Times> run() {
        warmUp();
        int round = 0;
        for (; round < Pace.LAPS_AT_LEAST; round++) {
            round(round, contestants);
        }
        long start = System.nanoTime();
        for (; anotherRound(round, start); round++) {
            round(round, running());
        }
        return times;
    }

    /** {@return findings per candidate, over all rounds} */
    double findingsPerCandidate() {
        return (double) findings / candidates / of(floor()).count();
    }

    private void warmUp() {
        var batch = maker.candidates(candidates);
        for (var contestant : contestants) {
            var lap = contestant.lap(batch);
            // The heap is as clean for one as for the other when its warm-up begins.
            System.gc();
            long start = System.nanoTime();
            do {
                lap.judge();
            } while (System.nanoTime() - start < pace.warmUp().toNanos());
        }
    }

    private boolean anotherRound(int round, long start) {
        return round < Pace.LAPS_AT_MOST
                && running().size() > 1
                && System.nanoTime() - start < pace.heat().toNanos();
    }

    /** {@return the floor, which checks the others, and whoever has laps to run} */
    private List<Contestant> running() {
        return contestants.stream()
                .filter(each ->
                        each == floor() || of(each).total() < pace.laps().toNanos())
                .toList();
    }

    /** Who runs first changes from round to round, so that nobody always follows the one who fills the heap. */
    private void round(int round, List<Contestant> running) {
        var batch = maker.candidates(candidates);
        var order = new ArrayList<>(running);
        Collections.rotate(order, -round);
        var judged = new LinkedHashMap<Contestant, List<List<String>>>();
        order.forEach(each -> judged.put(each, timed(each, batch)));
        var expected = judged.getOrDefault(floor(), List.of());
        findings += expected.stream().mapToLong(List::size).sum();
        judged.forEach((contestant, found) -> {
            if (!found.equals(expected)) {
                throw new IllegalStateException("%s disagrees with the %s at %d candidates."
                        .formatted(contestant.name(), floor().name(), candidates));
            }
        });
    }

    private List<List<String>> timed(Contestant contestant, List<Map<Field, List<String>>> batch) {
        var lap = contestant.lap(batch);
        long start = System.nanoTime();
        var judged = lap.judge();
        of(contestant).add(System.nanoTime() - start);
        return judged.get().stream()
                .map(each -> each.stream().sorted().toList())
                .toList();
    }

    private Contestant floor() {
        return contestants.get(0);
    }

    private Times of(Contestant contestant) {
        return times.computeIfAbsent(contestant, any -> new Times());
    }
}
