package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.explain.Cost;
import org.multipolar.portfolio.Grouping;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.Tally;
import org.multipolar.rulebook.Effect;

/** Adds up what pieces of a mix come to for one buyer. */
final class Sides {

    private static final long PARTS = 10_000;

    private final Buyer buyer;
    private final Grouping grouping;

    Sides(Buyer buyer, Grouping grouping) {
        this.buyer = buyer;
        this.grouping = grouping;
    }

    /** {@return a mix that a solver found, or why there is none} */
    Side solved(String way, Outcome outcome, List<Piece> pieces, String note) {
        return outcome.fold(
                optimal -> side(way, "optimal", optimal.bound(), pieces, note),
                none -> none(way, "infeasible", note),
                open -> open.best().isEmpty()
                        ? none(way, "unproven", note)
                        : side(way, "unproven", open.bound(), pieces, note));
    }

    /**
     * {@return what is left of a mix}
     *
     * @param bought the whole mix, which is paid for as it was bought
     */
    Side held(List<Piece> pieces, Tally bought, String note) {
        return side(
                "hold", "held", null, pieces, Tally.of(buyer, grouping, pieces).leftOf(bought), note);
    }

    Side none(String way, String outcome, String note) {
        return new Side(
                way,
                outcome,
                null,
                null,
                new Cost(0, 0, 0, 0),
                0,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                List.of(),
                Map.of(),
                note);
    }

    Tally tally(List<Piece> pieces) {
        return Tally.of(buyer, grouping, pieces);
    }

    private Side side(String way, String outcome, @Nullable Long bound, List<Piece> pieces, String note) {
        return side(way, outcome, bound, pieces, tally(pieces), note);
    }

    private Side side(String way, String outcome, @Nullable Long bound, List<Piece> pieces, Tally tally, String note) {
        var origins = parts(pieces, On.ORIGIN);
        var duties = new TreeMap<String, String>();
        pieces.forEach(piece -> piece.assessment().findings().stream()
                .filter(each -> each.certain()
                        && each.rule().effect() == Effect.OBLIGE
                        && !each.rule().obligation().isEmpty())
                .forEach(each -> duties.put(each.rule().id(), each.rule().obligation())));
        return new Side(
                way,
                outcome,
                tally.score(),
                bound,
                new Cost(tally.tokens(), tally.fixed(), tally.exit(), tally.cost()),
                tally.capacity(buyer),
                demands(tally, pieces),
                origins,
                parts(pieces.stream().filter(Sides::open).toList(), On.ORIGIN),
                parts(pieces, On.HOST_ORIGIN),
                parts(pieces, On.PLACE),
                openness(pieces),
                parts(pieces, On.SUPPLIER),
                effective(origins),
                tally.contracts(),
                duties,
                note);
    }

    private static boolean open(Piece piece) {
        return piece.assessment().candidate().model().openness().open();
    }

    private Map<String, Long> parts(List<Piece> pieces, On on) {
        return Tally.parts(buyer, pieces, candidate -> grouping.values(on, candidate));
    }

    private Map<String, Long> openness(List<Piece> pieces) {
        return Tally.parts(
                buyer, pieces, candidate -> List.of(candidate.model().openness().open() ? "open" : "closed"));
    }

    /** One over the sum of squares of the shares of what is served. */
    private static long effective(Map<String, Long> origins) {
        long served = origins.values().stream().mapToLong(Long::longValue).sum();
        long squares = origins.values().stream().mapToLong(each -> each * each).sum();
        return squares == 0 ? 0 : (2 * PARTS * served * served + squares) / (2 * squares);
    }

    private List<Side.DemandSide> demands(Tally tally, List<Piece> pieces) {
        var demands = new ArrayList<Side.DemandSide>();
        for (var demand : buyer.demands()) {
            var shares = pieces.stream()
                    .filter(piece ->
                            piece.assessment().candidate().demand().id().equals(demand.id()))
                    .sorted(Comparator.comparing((Piece piece) -> -piece.steps())
                            .thenComparing(
                                    piece -> piece.assessment().candidate().id()))
                    .map(Sides::share)
                    .toList();
            demands.add(new Side.DemandSide(
                    demand.id(),
                    tally.steps().getOrDefault(demand.id(), 0) * org.multipolar.portfolio.PortfolioProblem.STEP_PERCENT,
                    shares));
        }
        return demands;
    }

    private static Side.Share share(Piece piece) {
        var candidate = piece.assessment().candidate();
        return new Side.Share(
                candidate.id(),
                candidate.model().name(),
                candidate.supplier().id(),
                candidate.supplier().origin(),
                candidate.model().openness().word(),
                candidate.operator(),
                candidate.place(),
                piece.percent());
    }
}
