package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Policy.Weights;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.SharedOut;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.suitability.Criterion;
import org.multipolar.whatif.Lever.Kind;
import org.multipolar.whatif.Lever.Unit;

/**
 * All that may be moved of a question: its buyer's weights and policy, and every limit with a number that is nobody's law.
 *
 * <p>Decided: a weight that is moved counts what it says, and the others share what is left in the proportions they had; so
 * that a mix under moved weights is the mix of a profile that could be written.
 */
public final class Levers {

    private static final int ALL = 100;
    private static final int MOST_SUPPLIERS = 20;
    private static final int MOST_LANGUAGE_SUPPLIERS = 5;
    private static final int MOST_LOT = 50;
    private static final int MOST_POINTS = 10_000;
    private static final int POINTS_STEP = 100;
    private static final int MOST_COUNT = 1_000;
    private static final int FEW = 10;
    private static final long MICRO = 1_000_000;
    /** Money may be moved up to so many times what it is, in steps of at most one of so many parts. */
    private static final long WIDER = 3;

    private static final long PARTS = 100;

    private final Question question;
    private final Map<String, Lever> levers = new LinkedHashMap<>();

    private Levers(Question question) {
        this.question = question;
        var policy = question.buyer().policy();
        for (var criterion : Criterion.values()) {
            add(Kind.WEIGHT, criterion.word(), Unit.PERCENT, criterion.weight(policy.weights()), 0, ALL, 1);
        }
        int concentration = policy.concentrationPrice();
        add(Kind.CONCENTRATION, "", Unit.POINTS, concentration, 0, MOST_POINTS, fitting(POINTS_STEP, concentration));
        policy.retained()
                .forEach((loss, at) -> add(
                        Kind.RETAINED,
                        loss.name().toLowerCase(Locale.ROOT),
                        Unit.PERCENT,
                        at,
                        0,
                        ALL,
                        fitting(PortfolioProblem.STEP_PERCENT, at)));
        int lot = PortfolioProblem.STEP_PERCENT;
        add(Kind.LOT, "", Unit.PERCENT, policy.minimumLot(), lot, Math.max(MOST_LOT, policy.minimumLot()), lot);
        add(Kind.FEWEST_SUPPLIERS, "", Unit.COUNT, policy.minimumSuppliers(), 1, MOST_SUPPLIERS, 1);
        add(Kind.MOST_SUPPLIERS, "", Unit.COUNT, policy.maximumSuppliers(), 1, MOST_SUPPLIERS, 1);
        add(Kind.LANGUAGE_SUPPLIERS, "", Unit.COUNT, policy.languageSuppliers(), 0, MOST_LANGUAGE_SUPPLIERS, 1);
        question.buyer().limits().forEach(clause -> add("limit.", clause));
        question.extraLimits().forEach(clause -> add("asked.", clause));
    }

    public static Levers of(Question question) {
        return new Levers(question);
    }

    /** {@return all levers, weights first, then the policy's bounds, then limits as they were written} */
    public List<Lever> all() {
        return List.copyOf(levers.values());
    }

    private void add(Kind kind, String of, Unit unit, long at, long least, long most, long step) {
        var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var id = of.isEmpty() ? name : name + "." + of;
        levers.put(id, new Lever(id, kind, of, "", unit, at, least, Math.max(most, at), step));
    }

    private void add(String prefix, LimitClause clause) {
        if (!movable(clause)) {
            return;
        }
        var id = prefix + clause.id();
        var kind = clause.kind() == LimitClause.Kind.FLOOR ? Kind.FLOOR : Kind.CAP;
        var unit =
                clause.kind() == LimitClause.Kind.COUNT ? Unit.COUNT : clause.on() == On.COST ? Unit.USD : Unit.PERCENT;
        long at = unit == Unit.USD ? clause.at() / MICRO : clause.at();
        var lever =
                switch (unit) {
                    case USD -> new Lever(id, kind, clause.id(), clause.why(), unit, at, 0, WIDER * at, round(at));
                    case COUNT ->
                        new Lever(
                                id,
                                kind,
                                clause.id(),
                                clause.why(),
                                unit,
                                at,
                                1,
                                Math.min(MOST_COUNT, Math.max(FEW, 2 * at)),
                                1);
                    case PERCENT, POINTS -> {
                        long step = clause.scope() == Scope.DEMAND ? fitting(PortfolioProblem.STEP_PERCENT, at) : 1;
                        yield new Lever(id, kind, clause.id(), clause.why(), unit, at, 0, ALL, step);
                    }
                };
        levers.put(id, lever);
    }

    /** What cites a source is somebody's law, and what only stays in has no number. */
    private static boolean movable(LimitClause clause) {
        return clause.source().isEmpty() && clause.kind() != LimitClause.Kind.KEEP;
    }

    /** A slider rests on whole steps alone, so one that stands between them has smaller ones. */
    private static long fitting(long step, long at) {
        return at % step == 0 ? step : 1;
    }

    private static long round(long at) {
        long step = 1;
        while (10 * step <= at / PARTS && at % (10 * step) == 0) {
            step *= 10;
        }
        return step;
    }

    /**
     * {@return the moves that are meant, as numbers; what stands where it stood is none}
     *
     * @param written values by id of a lever, as an address has them
     * @throws BadInput where there is no such lever, or it cannot stand there
     */
    public Map<String, Long> read(Map<String, String> written) {
        var moves = new TreeMap<String, Long>();
        written.forEach((id, text) -> {
            var lever = levers.get(id);
            if (lever == null) {
                throw new BadInput(
                        "request",
                        0,
                        id,
                        "this buyer has nothing of this name to move.",
                        "it is one of " + ids() + ".");
            }
            long value = value(lever, text.strip());
            if (value != lever.at()) {
                moves.put(id, value);
            }
        });
        return moves;
    }

    private static long value(Lever lever, String text) {
        if (text.matches("\\d{1,15}") && lever.within(Long.parseLong(text))) {
            return Long.parseLong(text);
        }
        throw new BadInput(
                "request",
                0,
                lever.id(),
                "(%s) is no value it may have.".formatted(text),
                "a whole number between %d and %d is meant%s."
                        .formatted(
                                lever.least(),
                                lever.most(),
                                lever.kind() == Kind.LOT ? ", in steps of " + lever.step() : ""));
    }

    private List<String> ids() {
        return List.copyOf(levers.keySet());
    }

    /**
     * {@return the question with these moves made}
     *
     * @param moves as {@link #read} gives them
     * @throws BadInput where they contradict each other
     */
    public Question moved(Map<String, Long> moves) {
        var buyer = question.buyer();
        return new Question(
                buyer.with(policy(buyer.policy(), moves), clauses("limit.", buyer.limits(), moves), buyer.demands()),
                question.asOf(),
                clauses("asked.", question.extraLimits(), moves),
                question.withoutRules(),
                question.explainAll(),
                question.stabilityDraws(),
                question.circumstances());
    }

    private Policy policy(Policy old, Map<String, Long> moves) {
        var retained = new TreeMap<>(old.retained());
        retained.replaceAll(
                (loss, at) -> number(moves, "retained." + loss.name().toLowerCase(Locale.ROOT)));
        int fewest = number(moves, "fewest-suppliers");
        int most = number(moves, "most-suppliers");
        if (fewest > most) {
            throw new BadInput(
                    "request",
                    0,
                    "fewest-suppliers",
                    "at least %d suppliers and at most %d contradict each other.".formatted(fewest, most),
                    "most-suppliers is to be moved too.");
        }
        return new Policy(
                old.countryScores(),
                weights(old.weights(), moves),
                number(moves, "lot"),
                fewest,
                most,
                number(moves, "language-suppliers"),
                number(moves, "concentration"),
                old.costPoints(),
                old.contractCost(),
                old.originBlocs(),
                old.memberScoredWithBloc(),
                retained,
                old.assumedPrice(),
                old.switchedOff(),
                old.refuseUntested());
    }

    private int number(Map<String, Long> moves, String id) {
        var lever = levers.get(id);
        return lever == null ? 0 : Math.toIntExact(moves.getOrDefault(id, lever.at()));
    }

    /** Moved ones that come to more than the whole, or are all there are, share it out among themselves. */
    static Weights weights(Weights old, Map<String, Long> moves) {
        var percents = new EnumMap<Criterion, Long>(Criterion.class);
        var free = new ArrayList<Criterion>();
        for (var criterion : Criterion.values()) {
            var move = moves.get("weight." + criterion.word());
            percents.put(criterion, move == null ? 0 : move);
            if (move == null) {
                free.add(criterion);
            }
        }
        long left = ALL - percents.values().stream().mapToLong(Long::longValue).sum();
        if (free.isEmpty() || left < 0) {
            share(ALL, List.copyOf(percents.values()), List.copyOf(percents.keySet()), percents);
        } else {
            share(left, free.stream().map(each -> (long) each.weight(old)).toList(), free, percents);
        }
        return new Weights(
                percent(percents, Criterion.QUALITY),
                percent(percents, Criterion.LANGUAGE),
                percent(percents, Criterion.PRICE),
                percent(percents, Criterion.SUPPLY),
                percent(percents, Criterion.LOCALITY),
                percent(percents, Criterion.OPENNESS));
    }

    private static void share(long whole, List<Long> parts, List<Criterion> among, Map<Criterion, Long> percents) {
        var shares = SharedOut.of(whole, parts);
        for (int at = 0; at < among.size(); at++) {
            percents.put(among.get(at), shares.get(at));
        }
    }

    private static int percent(Map<Criterion, Long> percents, Criterion criterion) {
        return Math.toIntExact(World.known(percents, criterion));
    }

    private static List<LimitClause> clauses(String prefix, List<LimitClause> old, Map<String, Long> moves) {
        return old.stream()
                .map(each -> {
                    var move = moves.get(prefix + each.id());
                    return move == null ? each : each.at(each.on() == On.COST ? MICRO * move : move);
                })
                .toList();
    }
}
