package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.rulebook.Effect;

/** Questions drawn by a seed: small enough to look at every mix, close enough to ties and clashes to be hard. */
public final class SmallQuestions {

    private static final List<String> COUNTRIES = List.of("US", "CN", "FR", "DE");

    private SmallQuestions() {}

    public static SmallQuestion drawn(long seed) {
        var random = new Random(seed);
        var question = new SmallQuestion();
        question.demand("a", 300, "de", "en").demand("b", random.nextBoolean() ? 100 : 200, "en");
        bids(question, "a", random.nextInt(6) == 0 ? 2 : 3, random);
        bids(question, "b", random.nextInt(8) == 0 ? 4 : 3, random);
        policy(question, random);
        for (int i = random.nextInt(3); i > 0; i--) {
            clause(question, random);
        }
        rules(question, random);
        return question;
    }

    /** Few scores and prices, so that ties are common; few attributes, so that bids are often alike. */
    private static void bids(SmallQuestion question, String demand, int count, Random random) {
        for (int i = 0; i < count; i++) {
            int maker = random.nextInt(4);
            int party = random.nextInt(3);
            var bid = SmallBid.of("bid" + i, "maker" + maker, COUNTRIES.get(maker))
                    .score(5_000 + 500L * random.nextInt(5))
                    .price(1 + random.nextInt(3))
                    .speaks(languages(random));
            if (random.nextInt(5) == 0) {
                bid.parent(pick(COUNTRIES, random));
            }
            var from = COUNTRIES.get(party);
            bid = random.nextInt(6) == 0
                    ? bid.at("party" + party, from)
                    : bid.at("party" + party, from, pick(COUNTRIES, random));
            bid.model("model" + random.nextInt(3) + "-" + maker, "root" + random.nextInt(3));
            question.bid(demand, random.nextInt(2) == 0 ? bid.open() : bid);
        }
    }

    private static String[] languages(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new String[0];
            case 1 -> new String[] {"en"};
            default -> new String[] {"de", "en"};
        };
    }

    private static void policy(SmallQuestion question, Random random) {
        question.lot = 5 * (1 + random.nextInt(4));
        question.leastSuppliers = random.nextInt(3) == 0 ? 2 : 1;
        question.mostSuppliers = 2 + random.nextInt(2);
        question.languageSuppliers = random.nextInt(6) == 0 ? 2 : random.nextInt(3) == 0 ? 1 : 0;
        question.concentration = pick(List.of(0, 500, 1_000, 3_000), random);
        question.costPoints = pick(List.of(0, 10, 100_000), random);
        question.contractCost = 1_000_000L * random.nextInt(3) * 50;
        if (random.nextInt(3) == 0) {
            question.incumbents.put("party0", 40_000_000L);
        }
        if (random.nextInt(3) == 0) {
            question.blocs = List.of("EU");
        }
        for (var loss : Loss.values()) {
            if (random.nextInt(12) == 0) {
                question.retained.put(loss, 5 * random.nextInt(8) + random.nextInt(2));
            }
        }
    }

    /** House and law bind some bids, or all of them. */
    private static void rules(SmallQuestion question, Random random) {
        for (var key :
                List.of("origin", "supplier", "operator", "lineage", "model", "open", "distinct-origins", "all")) {
            if (random.nextInt(6) != 0) {
                continue;
            }
            boolean house = random.nextInt(3) > 0;
            boolean all = random.nextBoolean();
            var effect = key.equals("open") || key.equals("distinct-origins") ? Effect.REQUIRE : Effect.CAP;
            var finding = SmallQuestion.bound("RULE-" + key, house ? "policy" : "regulatory", effect, key, "at-" + key);
            question.numbers.put(
                    "at-" + key,
                    key.equals("distinct-origins") ? 2L : key.equals("open") ? 20L : 50L + random.nextInt(50));
            question.bids
                    .values()
                    .forEach(bids -> bids.forEach(bid -> {
                        if (all || random.nextBoolean()) {
                            bid.found(finding);
                        }
                    }));
        }
    }

    private static void clause(SmallQuestion question, Random random) {
        var scope = random.nextBoolean() ? Scope.DEMAND : Scope.BUYER;
        int percent = 30 + random.nextInt(71);
        switch (random.nextInt(8)) {
            case 0 -> question.limit(Kind.COUNT, On.CONTRACTS, Scope.BUYER, 1 + random.nextInt(3));
            case 1 -> question.limit(Kind.COUNT, On.SUPPLIERS, scope, 1 + random.nextInt(3));
            case 2 -> question.limit(Kind.CAP, On.COST, scope, 1_000_000L * (300 + random.nextInt(900)));
            case 3 -> question.limit(Kind.FLOOR, On.OUTSIDE_SUPERPOWERS, scope, random.nextInt(60));
            case 4 -> question.limit(Kind.FLOOR, On.OPENNESS, scope, random.nextInt(60));
            case 5 -> question.limit(Kind.FLOOR, On.RETAINED, Scope.DEMAND, random.nextInt(45), "country", "operator");
            default -> {
                var on = pick(
                        List.of(
                                On.ORIGIN,
                                On.PARENT,
                                On.SUPPLIER,
                                On.OPERATOR,
                                On.HOST_ORIGIN,
                                On.PLACE,
                                On.LINEAGE,
                                On.MODEL),
                        random);
                var named = new ArrayList<String>();
                if (on != On.SUPPLIER
                        && on != On.OPERATOR
                        && on != On.LINEAGE
                        && on != On.MODEL
                        && random.nextBoolean()) {
                    named.add(pick(COUNTRIES, random));
                }
                question.limit(Kind.CAP, on, scope, percent, named.toArray(String[]::new));
            }
        }
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
