package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.World;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.web.language.Tongue;

/** An answer as the page tells it: outcome and cost, what matters, then every demand, then what it rests on. */
public record AnswerView(
        Advice advice,
        String status,
        String statusInWords,
        String proof,
        boolean hasMix,
        String cost,
        String costParts,
        List<String> matters,
        List<Key> legend,
        List<RegionView> regions,
        LimitsView limits,
        ClashView clash,
        String frontierHref,
        String whatIfHref) {

    /** One colour of the bars and the country it stands for. */
    public record Key(String colour, String country) {}

    /** The demands of one region. */
    public record RegionView(String id, String name, List<DemandView> demands) {}

    public static AnswerView of(Advice advice, World world) {
        var words = new Words(world, Tongue.ENGLISH);
        boolean mix = advice.score() != null;
        return new AnswerView(
                advice,
                advice.outcome(),
                statusInWords(advice),
                proof(advice),
                mix,
                Words.usd(advice.cost().totalMicroUsd()),
                "tokens %s, fixed costs %s, exit costs %s"
                        .formatted(
                                Words.usd(advice.cost().tokensMicroUsd()),
                                Words.usd(advice.cost().fixedMicroUsd()),
                                Words.usd(advice.cost().exitMicroUsd())),
                mix ? new Matters(advice, words).all() : List.of(),
                legend(advice, words),
                regions(advice, words),
                LimitsView.of(advice, words),
                ClashView.of(advice),
                FrontierView.href(advice.buyer(), advice.asOf()),
                "/what-if?buyer=%s&asOf=%s".formatted(advice.buyer(), advice.asOf()));
    }

    private static String statusInWords(Advice advice) {
        return switch (advice.outcome()) {
            case "optimal" -> "Proven best";
            case "infeasible" -> "No mix satisfies all limits";
            default -> "Best found, not proven";
        };
    }

    private static String proof(Advice advice) {
        var score = advice.score();
        var bound = advice.bound();
        if (advice.outcome().equals("infeasible")) {
            int members = advice.clash().size();
            return members < 2
                    ? "One limit leaves no mix; it stands below."
                    : "%d limits and demands together leave no mix; they stand below.".formatted(members);
        }
        if (score == null) {
            return "Work ran out before any mix was found.";
        }
        return bound == null || score.equals(bound)
                ? "No other mix scores higher: score %s, proven.".formatted(Words.count(score))
                : "Score %s; the best possible is at most %s.".formatted(Words.count(score), Words.count(bound));
    }

    private static List<Key> legend(Advice advice, Words words) {
        var countries = new TreeMap<String, Key>();
        advice.demands().stream()
                .flatMap(demand -> demand.mix().stream())
                .forEach(share -> countries.put(
                        share.supplierOrigin(),
                        new Key(Segment.colour(share.supplierOrigin()), words.country(share.supplierOrigin()))));
        return List.copyOf(countries.values());
    }

    private static List<RegionView> regions(Advice advice, Words words) {
        Map<String, List<DemandAnswer>> byRegion = new LinkedHashMap<>();
        advice.demands().forEach(demand -> byRegion.computeIfAbsent(demand.region(), id -> new ArrayList<>())
                .add(demand));
        return byRegion.entrySet().stream()
                .map(each -> new RegionView(
                        each.getKey(),
                        words.region(each.getKey()),
                        each.getValue().stream()
                                .map(demand -> DemandView.of(demand, words))
                                .toList()))
                .toList();
    }
}
