package org.multipolar.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.review.SmallMarket;

/**
 * What-ifs in a small market in which no origin serves more than 60 percent, so that the best mix is 60 percent gamma, which is
 * open source, and 40 percent beta of operator two in France. Beta is sold by operator one in Germany too, at twice the price.
 */
public final class Told {

    private Told() {}

    public static SmallMarket market() {
        return new SmallMarket()
                .offer("beta@one", "beta", "one", "DE")
                .price("beta@one", 2_000_000)
                .limit("sixty", Kind.CAP, On.ORIGIN, 60);
    }

    public static Scenario scenario(SmallMarket market, String yaml) {
        var snapshot = market.snapshot();
        return ScenarioReader.one(
                "scenario.yaml",
                yaml.getBytes(UTF_8),
                snapshot.world(),
                snapshot.rulebook().cards().keySet());
    }

    /** {@return the answer to scenarios as a person would write them down, all but the first {@code asked} being known beside} */
    static WhatIf ask(SmallMarket market, LocalDate day, int asked, String... yamls) {
        var all = new ArrayList<Scenario>();
        for (var yaml : yamls) {
            all.add(scenario(market, yaml));
        }
        Map<String, Scenario> known = new TreeMap<>();
        all.forEach(each -> known.put(each.id(), each));
        return new WhatIfs(Decomposition.usual())
                .ask(
                        market.snapshot(),
                        new Question(market.buyer(), day, List.of()),
                        Stack.of(all.subList(0, asked), known));
    }

    static WhatIf ask(SmallMarket market, String... yamls) {
        return ask(market, SmallMarket.DAY, yamls.length, yamls);
    }
}
