package org.multipolar.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.enabler.Strengths;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.Stability;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Solver;

/**
 * Puts a mix to one harsh test that the intervals of the country scores allow: the countries that make or serve it at the low
 * end, all others at the high end. Where the same mix is still best, no country outside it overtakes the ones inside.
 *
 * <p>Not tested: the countries of the mix moving apart from each other, which would take a solving for each of them.
 */
final class Steadiness {

    private final Assessed assessed;
    private final Solver solver;

    Steadiness(Assessed assessed, Solver solver) {
        this.assessed = assessed;
        this.solver = solver;
    }

    /** {@return what is said where nobody asked, or nothing was bought} */
    static Stability notAsked(Assessed assessed, String why) {
        return stability(assessed, "not-asked", why, List.of(), List.of());
    }

    /** {@return what the harsh test says and, where the question asks for draws, what they came to} */
    Stability of(Outcome outcome) {
        int draws = assessed.question().stabilityDraws();
        var tested = tested(outcome);
        return draws > 0 && proven(outcome) ? tested.with(new Sampler(assessed, solver).of(outcome, draws)) : tested;
    }

    private Stability tested(Outcome outcome) {
        var shares = Shares.of(assessed.problem(), Explainer.values(outcome));
        if (shares.isEmpty() || !proven(outcome)) {
            return notAsked(assessed, "There is no proven mix whose steadiness could be asked for.");
        }
        var index = assessed.assessor().index();
        if (!index.method().variesAnything()) {
            return notAsked(assessed, "The method of the country scores varies nothing.");
        }
        var makers = makers(shares.values());
        var places = places(shares.values());
        var low = new TreeSet<>(makers);
        low.addAll(places);
        var against = assessed.problemUnder(Strengths.against(index, makers, places));
        var worst = Advisor.checked(against, solver.solve(against.problem(), against.ties()));
        var after = Shares.of(against, Explainer.values(worst));
        if (after.isEmpty() || !proven(worst)) {
            return notAsked(assessed, "The search for a mix at the ends of the intervals came to no end.");
        }
        var moves = Shares.moves(shares, after);
        var gains = gains(shares, after);
        var test =
                "the countries that make or serve it (%s) at the low end of their scores' intervals and all others at the high end"
                        .formatted(shown(low));
        var finding = moves.isEmpty()
                ? "The mix holds: it stays best with %s.".formatted(test)
                : gains.isEmpty()
                        ? "The makers hold with %s; which models of theirs, where and by whom they are served would move in %d demands."
                                .formatted(test, demands(moves))
                        : "The mix can be another within the intervals of the country scores: with %s, %s."
                                .formatted(test, largest(gains));
        return stability(
                assessed,
                moves.isEmpty() ? "holds" : gains.isEmpty() ? "places-may-move" : "makers-may-move",
                finding + " Countries of the mix moving apart from each other were not tested.",
                List.copyOf(low),
                moves);
    }

    private static boolean proven(Outcome outcome) {
        return outcome.fold(optimal -> true, none -> false, open -> false);
    }

    /** {@return the units by code; a bloc whose members are there too is not counted again} */
    private String shown(SortedSet<String> low) {
        var index = assessed.assessor().index();
        var blocs = new TreeSet<String>();
        low.forEach(code -> {
            var unit = index.unit(code);
            if (unit != null && unit.memberOf() != null) {
                blocs.add(unit.memberOf());
            }
        });
        var single = low.stream()
                .filter(code -> !blocs.contains(code))
                .filter(code -> {
                    var unit = index.unit(code);
                    return unit == null || unit.memberOf() == null;
                })
                .toList();
        var words = new ArrayList<>(single);
        blocs.forEach(bloc -> words.add(bloc + " with its members"));
        return String.join(", ", words);
    }

    private static long demands(List<Stability.Move> moves) {
        return moves.stream().map(Stability.Move::demand).distinct().count();
    }

    private static String largest(Map<String, Integer> gains) {
        var largest = gains.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
        return "%s takes %d points of a hundred more, the largest change"
                .formatted(largest.getKey(), largest.getValue());
    }

    /** {@return what makers gain of a demand, in percent, by demand and maker; empty where every maker keeps its part} */
    private static Map<String, Integer> gains(Map<String, Shares.Share> before, Map<String, Shares.Share> after) {
        var gains = new TreeMap<String, Integer>();
        after.values().forEach(share -> gains.merge(maker(share), share.percent(), Integer::sum));
        before.values().forEach(share -> gains.merge(maker(share), -share.percent(), Integer::sum));
        gains.values().removeIf(gain -> gain <= 0);
        return gains;
    }

    private static String maker(Shares.Share share) {
        var candidate = share.choice().candidate();
        return "%s in %s"
                .formatted(candidate.supplier().name(), candidate.demand().id());
    }

    private static Stability stability(
            Assessed assessed, String verdict, String finding, List<String> low, List<Stability.Move> moves) {
        var index = assessed.assessor().index();
        var variation = index.method().variation();
        return new Stability(
                verdict,
                finding,
                index.method().id(),
                assessed.question().buyer().policy().countryScores().reading().word(),
                variation.draws(),
                variation.seed(),
                low,
                moves,
                null);
    }

    private SortedSet<String> makers(java.util.Collection<Shares.Share> shares) {
        boolean withBloc = assessed.question().buyer().policy().memberScoredWithBloc();
        var makers = new TreeSet<String>();
        shares.forEach(share -> makers.add(assessed.assessor()
                .index()
                .scoredAs(share.choice().candidate().supplier().origin(), withBloc)));
        return makers;
    }

    private static SortedSet<String> places(java.util.Collection<Shares.Share> shares) {
        var places = new TreeSet<String>();
        shares.forEach(share -> {
            if (share.choice().candidate().placeStated()) {
                places.addAll(share.choice().candidate().places());
            }
        });
        return places;
    }
}
