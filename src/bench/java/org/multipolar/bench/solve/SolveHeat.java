package org.multipolar.bench.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.multipolar.bench.Times;
import org.multipolar.bench.solve.Showing.Verdict;
import org.multipolar.portfolio.PortfolioProblem;

/** One instance: everybody solves it in turn, lap by lap, and is checked. */
final class SolveHeat {

    /** A lap and when it would have been stopped. */
    private record Lap(Claim claim, Duration limit) {

        boolean late() {
            return claim.said() == Claim.Said.OPEN || claim.nanos() > limit.toNanos();
        }
    }

    private final PortfolioProblem portfolio;
    private final Patience patience;
    private final Umpire umpire;
    private final Map<Racer, List<Lap>> laps = new LinkedHashMap<>();
    private long fastest = Long.MAX_VALUE;

    SolveHeat(PortfolioProblem portfolio, Patience patience) {
        this.portfolio = portfolio;
        this.patience = patience;
        this.umpire = new Umpire(portfolio.problem());
    }

    /** {@return how each of these did; of others nothing} */
    Map<Racer, Showing> run(List<Racer> racers) {
        racers.forEach(racer -> laps.put(racer, new ArrayList<>()));
        for (int round = 0; round < patience.laps(); round++) {
            // In the first round the order stands, so that those often fastest set the time for the others.
            var order = new ArrayList<>(racers);
            Collections.rotate(order, -round);
            order.stream().filter(this::goesOn).forEach(this::lap);
        }
        return racers.stream()
                .collect(Collectors.toMap(racer -> racer, this::showing, (one, other) -> one, LinkedHashMap::new));
    }

    /** {@return whether somebody proved that there is no mix, and nobody found one} */
    boolean infeasible() {
        return umpire.best().isEmpty()
                && laps.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(lap -> lap.claim().said() == Claim.Said.INFEASIBLE);
    }

    private List<Lap> of(Racer racer) {
        return laps.getOrDefault(racer, List.of());
    }

    private boolean goesOn(Racer racer) {
        var run = of(racer);
        return run.stream().noneMatch(Lap::late)
                && run.stream().mapToLong(lap -> lap.claim().nanos()).sum()
                        < patience.each().toNanos();
    }

    private void lap(Racer racer) {
        var limit = racer instanceof Ours ? patience.limit() : patience.limit(fastest);
        var lap = new Lap(racer.solve(portfolio, limit), limit);
        laps.computeIfAbsent(racer, any -> new ArrayList<>()).add(lap);
        umpire.note(lap.claim());
        if (!lap.late() && !(racer instanceof Ours)) {
            fastest = Math.min(fastest, lap.claim().nanos());
        }
    }

    private Showing showing(Racer racer) {
        var times = new Times();
        var aside = new Times();
        of(racer).forEach(lap -> {
            times.add(lap.claim().nanos());
            aside.add(lap.claim().aside());
        });
        var wrong = of(racer).stream()
                .map(lap -> umpire.wrong(lap.claim()))
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElse("");
        var late = of(racer).stream().filter(Lap::late).findFirst();
        var verdict = !wrong.isEmpty() ? Verdict.WRONG : late.isPresent() ? Verdict.LATE : Verdict.PROVEN;
        return new Showing(verdict, wrong, times, aside, late.map(Lap::limit).orElse(patience.limit()));
    }

    /** {@return who ran into the full limit} */
    static Set<Racer> exhausted(Map<Racer, Showing> showings, Patience patience) {
        return showings.entrySet().stream()
                .filter(each -> each.getValue().verdict() == Verdict.LATE
                        && each.getValue().limit().equals(patience.limit()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
