package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.Flip;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.Rejection;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Barrier;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;

/** Finds for candidates left out the smallest change that brings them in, and tries it by solving again. */
final class Flips {

    private final Statement statement;
    private final PortfolioProblem answered;
    private final Outcome.Solution mix;
    private final Solver solver;
    private final PriceCut cut;
    private final List<LimitShown> limits;

    /**
     * @param limits with what a step of relief is worth, which also says whom it brings in
     */
    Flips(
            Statement statement,
            PortfolioProblem answered,
            Outcome.Solution mix,
            PriceCut.Repricing repricing,
            List<LimitShown> limits,
            Solver solver) {
        this.statement = statement;
        this.answered = answered;
        this.mix = mix;
        this.solver = solver;
        this.cut = new PriceCut(repricing);
        this.limits = limits;
    }

    /**
     * {@return the demands with the flips of their first rejected candidates}
     *
     * @param most how many of each demand are asked about
     */
    List<DemandAnswer> of(List<DemandAnswer> demands, int most) {
        var asked = new ArrayList<Assessment>();
        for (var demand : demands) {
            demand.rejected().stream()
                    .limit(most)
                    .map(each -> candidate(demand.id(), each.offer()))
                    .filter(java.util.Objects::nonNull)
                    .forEach(each -> asked.add(lifted(each)));
        }
        var rise = new Rise(statement, answered, asked, mix.score(), solver);
        return demands.parallelStream().map(demand -> of(demand, most, rise)).toList();
    }

    private DemandAnswer of(DemandAnswer demand, int most, Rise rise) {
        var rejected = new ArrayList<Rejection>();
        for (var each : demand.rejected()) {
            var left = rejected.size() < most ? candidate(demand.id(), each.offer()) : null;
            rejected.add(left == null ? each : of(left, each, rise));
        }
        return demand.withRejected(rejected);
    }

    /** {@return a candidate as it would stand if nothing forbade it} */
    private static Assessment lifted(Assessment left) {
        var lifted = left;
        for (var barrier : Barrier.of(left)) {
            lifted = barrier.lifted(lifted);
        }
        return lifted;
    }

    private @Nullable Assessment candidate(String demand, String offer) {
        return statement.assessments().getOrDefault(demand, List.of()).stream()
                .filter(each -> each.candidate().id().equals(offer))
                .findFirst()
                .orElse(null);
    }

    private Rejection of(Assessment left, Rejection shown, Rise rise) {
        if (!left.buyable()) {
            var elsewhere = elsewhere(left);
            return elsewhere == null ? lifted(left, shown, rise) : elsewhere(left, elsewhere, shown);
        }
        for (var limit : limits) {
            for (var move : limit.moves()) {
                if (move.offer().equals(shown.offer())
                        && move.demand().equals(left.candidate().demand().id())
                        && move.from() == 0) {
                    return shown.flipped(
                            new Flip("limit", limit.id(), limit.step(), true, move.to()),
                            "%s: %s; it then gets %d %%".formatted(limit.title(), limit.step(), move.to()));
                }
            }
        }
        return outscored(left, shown, rise);
    }

    /** The same offer served from another place, where the mix holds that. */
    private @Nullable Assessment elsewhere(Assessment left) {
        var candidate = left.candidate();
        return answered.bought(mix.values()).stream()
                .map(choice -> choice.assessment())
                .filter(each ->
                        each.candidate().demand().id().equals(candidate.demand().id()))
                .filter(each -> each.candidate().offer().equals(candidate.offer()))
                .findFirst()
                .orElse(null);
    }

    private Rejection elsewhere(Assessment left, Assessment bought, Rejection shown) {
        var there = bought.candidate().place();
        return shown.flipped(
                new Flip("place", left.candidate().place(), there, true, Rise.share(answered, mix.values(), bought)),
                "it is served from %s, where the mix holds it".formatted(there));
    }

    private Rejection lifted(Assessment left, Rejection shown, Rise rise) {
        var lifted = lifted(left);
        var kind = "need";
        var names = new ArrayList<String>();
        for (var barrier : Barrier.of(left)) {
            names.add(barrier.rule() == null ? barrier.why() : barrier.rule().id());
            kind = switch (barrier.kind()) {
                case EXCLUSION -> "rule";
                case EVIDENCE -> kind.equals("rule") ? kind : "evidence";
                case NEED, RELEASE -> kind;
            };
        }
        int share = rise.shareOf(lifted);
        var flip = new Flip(kind, String.join(", ", names), "", share > 0, share);
        if (share > 0) {
            return shown.flipped(flip, shown.wouldEnterIf() + "; it then gets %d %%".formatted(share));
        }
        var more = rise.of(lifted);
        return shown.flipped(
                flip,
                shown.wouldEnterIf()
                        + (more == null
                                ? "; even then no suitability would bring it in"
                                : "; and then its suitability (%d) rose by %d".formatted(left.score(), more.by())));
    }

    private Rejection outscored(Assessment left, Rejection shown, Rise rise) {
        var least = rise.of(left);
        if (least == null) {
            return shown.flipped(
                    new Flip("limit", "", "", false, 0),
                    "limits were wider: no suitability brings it in as they stand");
        }
        var cheaper = shown.ground().equals("price") ? cut.to(left, least.by()) : null;
        if (cheaper != null) {
            int share = rise.shareOf(cheaper);
            if (share > 0) {
                long from = PriceCut.blended(left);
                long to = PriceCut.blended(cheaper);
                return shown.flipped(
                        new Flip("price", Long.toString(from), Long.toString(to), true, share),
                        "its price fell from %s to %s USD per Mtok; it then gets %d %%"
                                .formatted(PriceCut.usd(from), PriceCut.usd(to), share));
            }
        }
        return shown.flipped(
                new Flip(
                        "quality",
                        Long.toString(left.score()),
                        Long.toString(left.score() + least.by()),
                        true,
                        least.share()),
                "its suitability (%d) rose by %d%s; it then gets %d %%"
                        .formatted(left.score(), least.by(), most(shown), least.share()));
    }

    /** Where it is behind no bought candidate only limits stand in its way, and no criterion is to blame. */
    private static String most(Rejection shown) {
        return shown.by().equals(List.of("limits")) ? "" : ", the most in " + String.join(", ", shown.by());
    }
}
