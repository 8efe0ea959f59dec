package org.multipolar.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Limit;
import org.multipolar.portfolio.Measure;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Reworked;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/** Asks whether any mix keeps all limits of a problem, which of them clash, and how much wider one must be. */
final class Feasibility {

    private static final Ties NONE = new Ties(List.of(), List.of());

    /** Mixes remembered of one field; one of the bank's is 160 kB. */
    private static final int REMEMBERED = 40;

    private final Solver solver;

    /** Mixes met, by the variables they give values to: most questions of a search for a clash are answered by one of them. */
    private final IdentityHashMap<List<Problem.Variable>, ArrayDeque<long[]>> met = new IdentityHashMap<>();

    Feasibility(Solver solver) {
        this.solver = solver;
    }

    /** {@return whether some mix keeps all limits; what is not proven impossible counts as possible} */
    boolean holds(Reworked field) {
        var mixes = met.computeIfAbsent(field.problem().variables(), any -> new ArrayDeque<>());
        if (mixes.stream().anyMatch(field::holds)) {
            return true;
        }
        var problem = field.seeking(List.of());
        return problem != null
                && solver.any(problem)
                        .fold(
                                found -> {
                                    remember(mixes, field.whole(problem, found.solution()));
                                    return true;
                                },
                                none -> false,
                                open -> true);
    }

    private static void remember(ArrayDeque<long[]> mixes, long[] mix) {
        mixes.addFirst(mix);
        if (mixes.size() > REMEMBERED) {
            mixes.removeLast();
        }
    }

    /**
     * {@return a smallest set of limits that cannot hold together, earlier ones first; empty where all can}
     *
     * <p>Junker, QuickXplain (AAAI 2004): of several such sets it finds the one whose last members come earliest.
     *
     * @param ordered all limits that may be in it; those that stand earlier are preferred
     */
    List<String> smallest(Reworked field, List<String> ordered) {
        if (holds(field.only(ordered))) {
            return List.of();
        }
        if (!holds(field.only(List.of()))) {
            return List.of(); // the shares cannot even sum up; no limit is to blame
        }
        return clash(field, List.of(), false, ordered);
    }

    private List<String> clash(Reworked field, List<String> kept, boolean grown, List<String> among) {
        if (grown && !holds(field.only(kept))) {
            return List.of();
        }
        if (among.size() == 1) {
            return among;
        }
        var first = among.subList(0, among.size() / 2);
        var second = among.subList(among.size() / 2, among.size());
        var needed = clash(field, joined(kept, first), true, second);
        var before = clash(field, joined(kept, needed), !needed.isEmpty(), first);
        return joined(before, needed);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * {@return by how much a limit must be wider, in its own unit, for a mix to exist; null where no width is enough}
     */
    @Nullable
    Long least(Reworked field, Limit limit) {
        var rows = field.bounds(limit.id());
        var unit = limit.measure().unit();
        if (unit == Measure.Unit.NONE) {
            return null;
        }
        boolean amount = unit == Measure.Unit.MICRO_USD || unit == Measure.Unit.MTOK;
        return amount && rows.size() == 1 ? amount(field, limit) : inSteps(field, limit);
    }

    /** One row with an amount: as little (or as much) of it as the other limits leave. */
    private @Nullable Long amount(Reworked field, Limit limit) {
        var row = field.bounds(limit.id()).get(0);
        boolean most = row.upper() != Long.MAX_VALUE;
        var terms = row.terms().stream()
                .map(term -> new Term(term.variable(), most ? -term.factor() : term.factor()))
                .toList();
        var problem = field.without(List.of(limit.id())).seeking(terms);
        var best = problem == null ? null : best(solver.solve(problem, NONE));
        if (best == null) {
            return null;
        }
        var measure = limit.measure();
        return Math.max(
                0, most ? measure.up(-best) - measure.down(row.upper()) : measure.up(row.lower()) - measure.down(best));
    }

    private static @Nullable Long best(Outcome outcome) {
        return outcome.fold(
                optimal -> Long.valueOf(optimal.solution().score()),
                none -> null,
                open -> open.best().isEmpty()
                        ? null
                        : Long.valueOf(open.best().get(0).score()));
    }

    private @Nullable Long inSteps(Reworked field, Limit limit) {
        long step = limit.measure().step(0);
        long enough = most(field, limit);
        if (!holds(field.wider(limit.id(), enough * step))) {
            return null;
        }
        long tooFew = -1;
        while (enough - tooFew > 1) {
            long middle = (enough + tooFew) / 2;
            if (holds(field.wider(limit.id(), middle * step))) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough * step;
    }

    /** More steps than this change nothing: all of a demand, or every party there is. */
    private static long most(Reworked field, Limit limit) {
        return switch (limit.measure().unit()) {
            case PERCENT, LOT -> org.multipolar.portfolio.PortfolioProblem.STEPS;
            case SUPPLIERS, CONTRACTS, ORIGINS, MICRO_USD, MTOK, NONE -> {
                var parties = new TreeSet<Integer>();
                field.bounds(limit.id()).forEach(row -> row.terms().forEach(term -> parties.add(term.variable())));
                yield parties.size() + 1L;
            }
        };
    }
}
