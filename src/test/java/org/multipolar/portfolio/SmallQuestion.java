package org.multipolar.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.catalog.Site;
import org.multipolar.portfolio.solve.OrTools;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.RuleCard;

/** A buyer with a few demands and bids, written by hand or drawn by a seed; nothing is asked unless it is set. */
final class SmallQuestion {

    static final Set<String> SUPERPOWERS = Set.of("US", "CN");
    private static final OrTools SOLVER = new OrTools(OrTools.USUAL_WORK);

    final Map<String, Demand> demands = new TreeMap<>();
    final Map<String, List<SmallBid>> bids = new TreeMap<>();
    final List<LimitClause> clauses = new ArrayList<>();
    final List<Site> sites = new ArrayList<>();
    final Map<String, Long> incumbents = new TreeMap<>();
    final Map<Loss, Integer> retained = new EnumMap<>(Loss.class);
    final Map<String, Long> numbers = new TreeMap<>();
    int lot = 5;
    int leastSuppliers = 1;
    int mostSuppliers = 20;
    int languageSuppliers;
    int concentration;
    int costPoints;
    long contractCost;
    List<String> blocs = List.of();

    SmallQuestion demand(String id, long mtok, String... languages) {
        var each = new ArrayList<Demand.DemandLanguage>();
        for (var language : languages) {
            each.add(new Demand.DemandLanguage(language, 100 / languages.length));
        }
        demands.put(
                id,
                new Demand(
                        id,
                        id,
                        "R-" + id,
                        List.of("DE"),
                        mtok,
                        0,
                        null,
                        each,
                        "internal",
                        "general",
                        "internal",
                        List.of(),
                        List.of(),
                        "text",
                        List.of(),
                        0,
                        new Demand.Ability("basic", null),
                        false));
        bids.put(id, new ArrayList<>());
        return this;
    }

    SmallQuestion bid(String demand, SmallBid bid) {
        bids.getOrDefault(demand, new ArrayList<>()).add(bid);
        return this;
    }

    /** Adds a bid to the demand {@code d}. */
    SmallQuestion with(SmallBid bid) {
        return bid("d", bid);
    }

    SmallQuestion limit(Kind kind, On on, Scope scope, long at, String... of) {
        return limit("limit-" + clauses.size(), kind, on, scope, null, at, of);
    }

    SmallQuestion limit(String id, Kind kind, On on, Scope scope, @Nullable String demand, long at, String... of) {
        clauses.add(new LimitClause(id, kind, on, List.of(of), scope, demand, null, at, id, ""));
        return this;
    }

    Buyer buyer() {
        var policy = new Policy(
                Policy.CountryScores.by("published"),
                new Policy.Weights(100, 0, 0, 0, 0, 0),
                lot,
                leastSuppliers,
                mostSuppliers,
                languageSuppliers,
                concentration,
                costPoints,
                contractCost,
                blocs,
                true,
                retained,
                null,
                Map.of(),
                false);
        return new Buyer(
                "small",
                "Small",
                "",
                "DE",
                "DE",
                "private",
                "general",
                List.of(),
                policy,
                clauses,
                sites,
                incumbents,
                List.of(),
                List.copyOf(demands.values()),
                "");
    }

    Grouping grouping() {
        var countries = new TreeMap<String, Country>();
        for (var code : List.of("FR", "DE")) {
            countries.put(code, new Country(code, code, "EU", List.of(), 1, 1));
        }
        return Grouping.of(countries, blocs);
    }

    Map<String, List<Assessment>> assessments() {
        var all = new TreeMap<String, List<Assessment>>();
        demands.forEach((id, demand) -> all.put(
                id,
                bids.getOrDefault(id, List.of()).stream()
                        .map(bid -> bid.assessment(demand))
                        .sorted(Comparator.comparing(each -> each.candidate().id()))
                        .toList()));
        return all;
    }

    PortfolioProblem problem() {
        return builder().build(assessments(), clauses);
    }

    /** {@return the problem with the bids too that no best mix can hold} */
    PortfolioProblem wholeProblem() {
        return builder().buildWhole(assessments(), clauses);
    }

    private ProblemBuilder builder() {
        var numbersOfDay = new RuleNumbers(
                parameter -> numbers.getOrDefault(parameter, parameter.equals("pol-model-cap") ? 100L : 0L),
                SUPERPOWERS);
        return new ProblemBuilder(buyer(), grouping(), numbersOfDay);
    }

    Outcome solve() {
        var problem = problem();
        return SOLVER.solve(problem.problem(), problem.ties());
    }

    /** {@return percent by demand and bid of the best mix; empty where there is none} */
    Map<String, Map<String, Integer>> mix() {
        var problem = problem();
        return mix(problem, SOLVER.solve(problem.problem(), problem.ties()));
    }

    static Map<String, Map<String, Integer>> mix(PortfolioProblem problem, Outcome outcome) {
        var values =
                outcome.fold(optimal -> optimal.solution().values(), none -> List.<Long>of(), open -> List.<Long>of());
        var mix = new TreeMap<String, Map<String, Integer>>();
        if (!values.isEmpty()) {
            problem.parts().forEach(part -> {
                var shares = new LinkedHashMap<String, Integer>();
                part.choices().forEach(choice -> {
                    int steps = (int) (long) values.get(choice.variable());
                    if (steps > 0) {
                        shares.put(choice.candidate().id(), steps * PortfolioProblem.STEP_PERCENT);
                    }
                });
                mix.put(part.demand().id(), shares);
            });
        }
        return mix;
    }

    /** {@return a finding of a rule that bounds shares by a key and a parameter} */
    static Finding bound(String rule, String kind, Effect effect, String key, String parameter) {
        return new Finding(
                new RuleCard(
                        rule,
                        rule,
                        effect,
                        kind,
                        "in-force",
                        LocalDate.EPOCH,
                        null,
                        true,
                        "",
                        List.of(new RuleCard.Bound(key, parameter)),
                        "",
                        "",
                        "",
                        false,
                        List.of(),
                        "a test",
                        "",
                        List.of("a-test"),
                        true,
                        "high",
                        "",
                        List.of(),
                        Map.of(),
                        "x.drl",
                        1),
                true,
                List.of());
    }
}
