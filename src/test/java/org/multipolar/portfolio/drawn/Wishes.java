package org.multipolar.portfolio.drawn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.catalog.Site;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.drawn.Instance.Tightness;

/** What the buyer wants: demands with volumes, a policy of the kind shipped buyers have, and limits over all demands. */
final class Wishes {

    private static final long USD = 1_000_000;
    private static final List<String> SEATS = List.of("DE", "FR", "AE", "SG", "JP", "BR", "GB", "US");

    private final Market market;
    private final Tightness tightness;
    private final Random random;
    private final List<Demand> demands = new ArrayList<>();

    Wishes(int count, Market market, Tightness tightness, Random random) {
        this.market = market;
        this.tightness = tightness;
        this.random = random;
        for (int i = 0; i < count; i++) {
            demands.add(demand(i));
        }
    }

    List<Demand> demands() {
        return demands;
    }

    private Demand demand(int number) {
        var languages = new ArrayList<>(Market.LANGUAGES);
        java.util.Collections.shuffle(languages, random);
        int spoken = 1 + random.nextInt(2);
        long input = 10L * (30 + random.nextInt(220));
        return new Demand(
                "demand%02d".formatted(number),
                "Demand " + number,
                "R%d".formatted(number / 2),
                List.of(pick(SEATS), pick(SEATS)),
                input,
                input * (10 + random.nextInt(25)) / 100,
                null,
                languages.subList(0, spoken).stream()
                        .map(code -> new Demand.DemandLanguage(code, 100 / spoken))
                        .toList(),
                "internal",
                "general",
                "internal",
                List.of(),
                List.of(),
                "text",
                List.of(),
                0,
                new Demand.Ability("basic", null),
                random.nextInt(3) == 0);
    }

    /** {@return the buyer, with limits that press as asked on what these candidates offer} */
    Buyer buyer(Map<String, List<Assessment>> assessments) {
        var policy = policy();
        var incumbents = incumbents();
        var sites = sites();
        var limits = new SharedLimits(
                        new RoughMix(demands, assessments, policy, true),
                        new RoughMix(demands, assessments, policy, false),
                        policy,
                        incumbents,
                        random)
                .drawn(tightness);
        return buyer(policy, limits, sites, incumbents);
    }

    private Buyer buyer(Policy policy, List<LimitClause> limits, List<Site> sites, Map<String, Long> incumbents) {
        return new Buyer(
                "drawn",
                "Drawn",
                "",
                "DE",
                "DE",
                "private",
                "general",
                List.of(),
                policy,
                limits,
                sites,
                incumbents,
                List.of(),
                demands,
                "");
    }

    private Policy policy() {
        return new Policy(
                Policy.CountryScores.by("published"),
                new Policy.Weights(100, 0, 0, 0, 0, 0),
                random.nextInt(3) == 0 ? 10 : 5,
                2,
                3 + random.nextInt(2),
                random.nextInt(3),
                pick(List.of(0, 500, 1_000, 1_000, 2_000, 3_000)),
                tightness == Tightness.TIGHT ? pick(List.of(200, 1_000, 3_000)) : 0,
                USD * (2_000 + 500 * random.nextInt(7)),
                List.of(),
                true,
                retained(),
                null,
                Map.of(),
                false);
    }

    private Map<Loss, Integer> retained() {
        var retained = new EnumMap<Loss, Integer>(Loss.class);
        retained.put(Loss.SUPPLIER, pick(List.of(40, 50)));
        retained.put(Loss.OPERATOR, pick(List.of(30, 40)));
        if (random.nextBoolean()) {
            retained.put(Loss.COUNTRY, pick(List.of(30, 40)));
        }
        return retained;
    }

    private Map<String, Long> incumbents() {
        var incumbents = new TreeMap<String, Long>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var operator = pick(market.operators()).id();
            if (!operator.startsWith("site:")) {
                incumbents.put(operator, USD * (10_000 + 5_000 * random.nextInt(4)));
            }
        }
        return incumbents;
    }

    /** The hall, where there is one, has room for a sixth of all that is wanted. */
    private List<Site> sites() {
        long volume = demands.stream().mapToLong(Demand::volumeMtok).sum();
        return market.operators().stream()
                .filter(operator -> operator.id().equals("site:hall"))
                .map(operator -> new Site(
                        "hall", "Own hall", "DE", "", volume / 6, USD * 1_000 * random.nextInt(15), List.of(), "drawn"))
                .toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
