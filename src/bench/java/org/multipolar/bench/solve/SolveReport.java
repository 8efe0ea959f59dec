package org.multipolar.bench.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.multipolar.bench.Times;
import org.multipolar.bench.solve.Showing.Verdict;

/** Prints who proved what in how long, and ours against the best of the others on each instance. */
final class SolveReport {

    private final List<Racer> racers;
    private final List<Round> rounds;

    SolveReport(List<Racer> racers, List<Round> rounds) {
        this.racers = racers;
        this.rounds = rounds;
    }

    /** A line per instance: medians in milliseconds. */
    private void instances() {
        System.out.printf("%n%-18s", "median ms");
        racers.forEach(racer -> System.out.printf(" %9s", initials(racer)));
        System.out.println();
        for (var round : rounds) {
            System.out.printf("%-18s", round.instance().name());
            racers.forEach(racer -> System.out.printf(" %9s", cell(round.of(racer))));
            System.out.println(round.infeasible() ? "  infeasible, drawn so" : "");
        }
    }

    private static String cell(Showing showing) {
        return switch (showing.verdict()) {
            case PROVEN -> milliseconds(showing.times().median());
            case WRONG -> "wrong";
            case LATE -> "> " + showing.limit().toSeconds() + " s";
            case LEFT_OUT -> "-";
        };
    }

    private static String initials(Racer racer) {
        return racer.name()
                .strip()
                .replace("CP-SAT, ", "CP-SAT ")
                .replaceFirst(" workers?", "w")
                .replace("without ties", "no ties")
                .replaceFirst(" \\((prog|scipy).*", " ($1)")
                .replace("multipolar", "ours")
                .replace("HiGHS (scipy)", "scipy")
                .replace(" (prog)", "*");
    }

    void print() {
        instances();
        rounds.stream()
                .map(round -> round.instance().size())
                .distinct()
                .forEach(
                        size -> contestants(size, each -> each.instance().size().equals(size)));
        contestants("all", each -> true);
        wrong();
        ratios();
    }

    private void contestants(String size, Predicate<Round> chosen) {
        var of = rounds.stream().filter(chosen).toList();
        System.out.printf(
                "%n%-8s %-20s %8s %6s %6s %9s %11s %11s %11s %11s%n",
                "size",
                "contestant",
                "proven",
                "wrong",
                "late",
                "left out",
                "median ms",
                "p99 ms",
                "worst ms",
                "start ms");
        for (var racer : racers) {
            var medians = new Times();
            var laps = new Times();
            var starts = new Times();
            of.stream().map(round -> round.of(racer)).filter(Showing::proven).forEach(showing -> {
                medians.add(showing.times().median());
                starts.add(showing.aside().median());
                showing.times().forEach(laps::add);
            });
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %-20s %8s %6d %6d %9d %11s %11s %11s %11s%n",
                    size,
                    racer.name(),
                    medians.count() + "/" + of.size(),
                    count(of, racer, Verdict.WRONG),
                    count(of, racer, Verdict.LATE),
                    count(of, racer, Verdict.LEFT_OUT),
                    medians.count() == 0 ? "-" : milliseconds(medians.median()),
                    laps.count() == 0 ? "-" : milliseconds(laps.p99()),
                    laps.count() == 0 ? "-" : milliseconds(laps.most()),
                    starts.count() == 0 || starts.median() == 0 ? "" : milliseconds(starts.median()));
        }
    }

    private static long count(List<Round> of, Racer racer, Verdict verdict) {
        return of.stream().filter(round -> round.of(racer).verdict() == verdict).count();
    }

    private void wrong() {
        rounds.forEach(round -> round.showings().forEach((racer, showing) -> {
            if (showing.verdict() == Verdict.WRONG) {
                System.out.printf(
                        "%nwrong: %s on %s %s",
                        racer.name().strip(), round.instance().name(), showing.note());
            }
        }));
        System.out.println();
    }

    private void ratios() {
        System.out.printf(
                "%nours / best other, by instance%n%-8s %-20s %9s %8s %9s %9s %11s %13s %11s%n",
                "size", "", "compared", "geomean", "<= 1.0", "<= 1.5", "worst", "ours alone", "ours late");
        for (var racer : racers.stream().filter(Ours.class::isInstance).toList()) {
            rounds.stream().map(round -> round.instance().size()).distinct().forEach(size -> ratios(racer, size));
            ratios(racer, "all");
        }
    }

    private void ratios(Racer racer, String size) {
        var ratios = new ArrayList<Double>();
        int alone = 0;
        int late = 0;
        for (var round : rounds) {
            if (!size.equals("all") && !round.instance().size().equals(size)) {
                continue;
            }
            var own = round.of(racer);
            var peer = round.bestPeer();
            if (own.proven() && peer.isPresent()) {
                ratios.add((double) own.times().median() / peer.get().times().median());
            } else if (own.proven()) {
                alone++;
            } else if (peer.isPresent()) {
                late++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-8s %-20s %9d %8.2f %9s %9s %11.2f %13d %11d%n",
                size,
                racer.name(),
                ratios.size(),
                Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(Double.NaN)),
                share(ratios, late, 1.0),
                share(ratios, late, 1.5),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
                alone,
                late);
    }

    /** Where ours was late and another was not counts against ours. */
    private static String share(List<Double> ratios, int late, double most) {
        long within = ratios.stream().filter(ratio -> ratio <= most).count();
        int of = ratios.size() + late;
        return of == 0 ? "-" : "%d/%d".formatted(within, of);
    }

    static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, nanos < 100_000_000 ? "%.1f" : "%.0f", nanos / 1e6);
    }
}
