package org.multipolar.portfolio.drawn;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Demand;
import org.multipolar.portfolio.Assessment;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Verdict;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.Suitability;

/**
 * Says how well each offer suits each demand: between 3,000 and 9,000, the same model at two operators often alike.
 *
 * <p>Points come from the model, its maker's grasp of the languages, the price and the place, so that near-ties arise as
 * they do in practice: by offers that differ in one thing only.
 */
final class Bids {

    private static final long LEAST = 3_000;
    private static final int QUALITY_POINTS = 3_000;
    private static final int LANGUAGE_POINTS = 1_500;
    private static final int PRICE_POINTS = 600;
    private static final int NEAR_POINTS = 500;
    private static final int OPEN_POINTS = 400;

    private final Market market;
    private final House house;
    private final Random random;

    Bids(Market market, House house, Random random) {
        this.market = market;
        this.house = house;
        this.random = random;
    }

    /** {@return the assessments by demand id, each demand's in id order} */
    Map<String, List<Assessment>> assessments(List<Demand> demands) {
        var all = new TreeMap<String, List<Assessment>>();
        for (var demand : demands) {
            var grasp = new TreeMap<String, Integer>();
            market.sold()
                    .forEach(sold -> grasp.computeIfAbsent(sold.made().model().id(), any -> 2 + random.nextInt(9)));
            var findings = house.findings(demand);
            all.put(
                    demand.id(),
                    market.sold().stream()
                            .map(sold -> assessment(
                                    sold,
                                    demand,
                                    grasp.getOrDefault(sold.made().model().id(), 0),
                                    findings))
                            .sorted(Comparator.comparing(
                                    each -> each.candidate().id()))
                            .toList());
        }
        return all;
    }

    private static Assessment assessment(Market.Sold sold, Demand demand, int grasp, List<Finding> findings) {
        var model = sold.made().model();
        var candidate = new Candidate(
                demand,
                sold.id(),
                model,
                sold.made().maker(),
                sold.access(),
                "host-" + sold.operator().id(),
                sold.operator().id(),
                sold.operator().origin(),
                sold.places(),
                sold.routing(),
                null,
                sold.price(),
                4 * sold.price());
        var covered = demand.languages().stream()
                .map(Demand.DemandLanguage::code)
                .filter(model.languages()::contains)
                .toList();
        // Summed up by what a buyer weighs, so that other weights can be drawn.
        var points = new EnumMap<Criterion, Long>(Criterion.class);
        points.put(Criterion.QUALITY, LEAST + Math.round(sold.made().quality() * QUALITY_POINTS));
        points.put(
                Criterion.LANGUAGE,
                (long) LANGUAGE_POINTS
                        * covered.size()
                        * grasp
                        / demand.languages().size()
                        / 10);
        points.put(Criterion.PRICE, pricePoints(sold.price()));
        points.put(Criterion.LOCALITY, (long) (near(sold, demand) ? NEAR_POINTS : 0));
        points.put(Criterion.OPENNESS, (long) (model.openness().open() ? OPEN_POINTS : 0));
        return new Assessment(candidate, Verdict.of(findings), findings, List.of(), covered, suitability(points));
    }

    static Suitability suitability(Map<Criterion, Long> points) {
        return new Suitability(
                points.entrySet().stream()
                        .map(each -> new Contribution(each.getKey(), each.getValue(), 100, each.getValue(), ""))
                        .toList(),
                points.values().stream().mapToLong(Long::longValue).sum(),
                0);
    }

    /** From ten cents a million tokens, which gets all points, they halve with every fourfold price. */
    private static long pricePoints(long price) {
        long points = PRICE_POINTS;
        for (long left = price; left > 100_000; left /= 4) {
            points /= 2;
        }
        return points;
    }

    private static boolean near(Market.Sold sold, Demand demand) {
        return !sold.places().isEmpty() && demand.operatingCountries().containsAll(sold.places());
    }
}
