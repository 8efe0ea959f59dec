package org.multipolar.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.World;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.MixBrief;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Retention;

/** Writes mixes of one problem in short. */
final class Briefs {

    private static final long WEIGHTS = 1_000;

    private final World world;
    private final Buyer buyer;
    private final PortfolioProblem problem;
    private final Retention retention;

    Briefs(World world, Buyer buyer, PortfolioProblem problem, Retention retention) {
        this.world = world;
        this.buyer = buyer;
        this.problem = problem;
        this.retention = retention;
    }

    MixBrief of(Solution mix) {
        var bought = Bought.of(problem, mix.values());
        return new MixBrief(
                mix.score(),
                suitability(mix),
                Explainer.cost(buyer, problem, mix.values()),
                lost(retention.worst(mix)),
                bought.volumes().keySet().stream()
                        .map(supplier -> new MixBrief.SupplierPart(supplier, name(supplier), bought.share(supplier)))
                        .sorted(Comparator.comparingLong(MixBrief.SupplierPart::volume)
                                .reversed()
                                .thenComparing(MixBrief.SupplierPart::supplier))
                        .toList(),
                shares(mix));
    }

    /** Rounded to the nearest. */
    private long suitability(Solution mix) {
        long sum = 0;
        for (var part : problem.parts()) {
            for (var choice : part.choices()) {
                sum += part.weight()
                        * choice.assessment().score()
                        * mix.values().get(choice.variable());
            }
        }
        long whole = WEIGHTS * PortfolioProblem.STEPS;
        return (2 * sum + whole) / (2 * whole);
    }

    private static MixBrief.@Nullable Lost lost(Retention.@Nullable Worst worst) {
        if (worst == null) {
            return null;
        }
        int keeps = worst.kept() * PortfolioProblem.STEP_PERCENT;
        return new MixBrief.Lost(
                worst.demand(), worst.kind().name().toLowerCase(Locale.ROOT), worst.lost(), 100 - keeps, keeps);
    }

    private String name(String supplier) {
        var known = world.suppliers().get(supplier);
        return known == null ? supplier : known.name();
    }

    private List<MixBrief.Share> shares(Solution mix) {
        return problem.parts().stream()
                .flatMap(part -> part.choices().stream())
                .filter(choice -> mix.values().get(choice.variable()) > 0)
                .map(choice -> {
                    var candidate = choice.candidate();
                    return new MixBrief.Share(
                            candidate.demand().id(),
                            candidate.id(),
                            candidate.model().name(),
                            candidate.supplier().id(),
                            candidate.operator(),
                            String.join(" ", candidate.places()),
                            (int) (mix.values().get(choice.variable()) * PortfolioProblem.STEP_PERCENT));
                })
                .toList();
    }
}
