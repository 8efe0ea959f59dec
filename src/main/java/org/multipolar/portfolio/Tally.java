package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Candidate;

/**
 * What shares are worth, cost and rest on, whether or not they make a whole portfolio: what is left of a mix after a loss is
 * added up as a mix is.
 *
 * <p>Worked out from the shares themselves and not from the rows of a problem, so that a whole mix gives the score its solver
 * proved: the one checks the other.
 *
 * @param score points, as the problem scores them: the shares' less the charge
 * @param charge points that concentration, contracts and exits take
 * @param tokens micro-USD a month for tokens
 * @param fixed micro-USD a month for contracts and own halls
 * @param exit micro-USD for incumbents of whom nothing is kept
 * @param steps steps of every demand that are served, by demand id
 */
public record Tally(
        long score,
        long charge,
        long tokens,
        long fixed,
        long exit,
        Map<String, Integer> steps,
        List<String> contracts) {

    private static final long MICRO = 1_000_000;
    private static final long PARTS = 10_000;

    public Tally {
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
        contracts = List.copyOf(contracts);
    }

    /** {@return what pieces come to for a buyer} */
    public static Tally of(Buyer buyer, Grouping grouping, List<Piece> pieces) {
        var weights = Weights.of(buyer.demands());
        var steps = new TreeMap<String, Integer>();
        buyer.demands().forEach(demand -> steps.put(demand.id(), 0));
        var ofOrigin = new TreeMap<String, Integer>();
        var contracts = new TreeSet<String>();
        long score = 0;
        long charge = 0;
        long tokens = 0;
        for (var piece : pieces) {
            var candidate = piece.assessment().candidate();
            var demand = candidate.demand().id();
            score += weights.getOrDefault(demand, 0)
                    * (long) PortfolioProblem.STEPS
                    * piece.assessment().score()
                    * piece.steps();
            steps.merge(demand, piece.steps(), Integer::sum);
            ofOrigin.merge(demand + " | " + grouping.origin(candidate), piece.steps(), Integer::sum);
            contracts.add(candidate.operator());
            tokens += piece.cost();
        }
        for (var each : ofOrigin.entrySet()) {
            var demand = each.getKey().substring(0, each.getKey().indexOf(" | "));
            charge += weights.getOrDefault(demand, 0)
                    * (long) buyer.policy().concentrationPrice()
                    * each.getValue()
                    * each.getValue();
        }
        return of(buyer, score, charge, tokens, steps, List.copyOf(contracts));
    }

    private static Tally of(
            Buyer buyer, long shares, long squares, long tokens, Map<String, Integer> steps, List<String> contracts) {
        long points = buyer.policy().costPoints();
        long fixed = 0;
        long exit = 0;
        long exits = 0;
        long charge = squares;
        for (var operator : contracts) {
            long of = FixedCosts.fixed(buyer, operator);
            fixed += of;
            charge += points * ((of - buyer.incumbents().getOrDefault(operator, 0L)) / MICRO);
        }
        for (var incumbent : buyer.incumbents().entrySet()) {
            exits += incumbent.getValue();
            exit += contracts.contains(incumbent.getKey()) ? 0 : incumbent.getValue();
        }
        charge += points * (exits / MICRO);
        return new Tally(shares - charge, charge, tokens, fixed, exit, steps, contracts);
    }

    /**
     * {@return the same as what is left of a larger mix, which is paid for as it was bought: concentration, contracts and exits}
     *
     * <p>A contract runs on when nothing can be called from it, and who was not left when the mix was bought is not left by its
     * ceasing to serve. Tokens are paid for where they still flow.
     */
    public Tally leftOf(Tally bought) {
        return new Tally(
                score + charge - bought.charge, bought.charge, tokens, bought.fixed, bought.exit, steps, contracts);
    }

    /** {@return the pieces that values of a problem's variables buy} */
    public static List<Piece> pieces(PortfolioProblem problem, List<Long> values) {
        var pieces = new ArrayList<Piece>();
        problem.bought(values)
                .forEach(choice ->
                        pieces.add(new Piece(choice.assessment(), Math.toIntExact(values.get(choice.variable())))));
        return pieces;
    }

    /** {@return ten-thousandths of the buyer's volume that are served, rounded down} */
    public long capacity(Buyer buyer) {
        long whole = 0;
        long served = 0;
        for (var demand : buyer.demands()) {
            whole += demand.volumeMtok() * PortfolioProblem.STEPS;
            served += demand.volumeMtok() * steps.getOrDefault(demand.id(), 0);
        }
        return PARTS * served / whole;
    }

    /** {@return micro-USD a month in all} */
    public long cost() {
        return tokens + fixed + exit;
    }

    /** {@return ten-thousandths of the buyer's volume by a value that candidates have one or several of, rounded to the nearest} */
    public static Map<String, Long> parts(Buyer buyer, List<Piece> pieces, Function<Candidate, List<String>> values) {
        long whole =
                buyer.demands().stream().mapToLong(each -> each.volumeMtok()).sum() * PortfolioProblem.STEPS;
        var volumes = new TreeMap<String, Long>();
        for (var piece : pieces) {
            var candidate = piece.assessment().candidate();
            for (var value : values.apply(candidate)) {
                volumes.merge(value, candidate.demand().volumeMtok() * piece.steps(), Long::sum);
            }
        }
        volumes.replaceAll((value, volume) -> (2 * PARTS * volume + whole) / (2 * whole));
        return volumes;
    }
}
