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
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.RuleCard;

/** A buyer with a few demands and bids, written by hand or drawn by a seed; nothing is asked unless it is set. */
public final class SmallQuestion {

    public static final Set<String> SUPERPOWERS = Set.of("US", "CN");
    private static final Solver SOLVER = Decomposition.usual();

    public final Map<String, Demand> demands = new TreeMap<>();
    public final Map<String, List<SmallBid>> bids = new TreeMap<>();
    public final List<LimitClause> clauses = new ArrayList<>();
    public final List<Site> sites = new ArrayList<>();
    public final Map<String, Long> incumbents = new TreeMap<>();
    public final Map<Loss, Integer> retained = new EnumMap<>(Loss.class);
    public final Map<String, Long> numbers = new TreeMap<>();
    public int lot = 5;
    public int leastSuppliers = 1;
    public int mostSuppliers = 20;
    public int languageSuppliers;
    public int concentration;
    public int costPoints;
    public long contractCost;
    public List<String> blocs = List.of();

    public SmallQuestion demand(String id, long mtok, String... languages) {
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

    public SmallQuestion bid(String demand, SmallBid bid) {
        bids.getOrDefault(demand, new ArrayList<>()).add(bid);
        return this;
    }

    /** Adds a bid to the demand {@code d}. */
    public SmallQuestion with(SmallBid bid) {
        return bid("d", bid);
    }

    public SmallQuestion limit(Kind kind, On on, Scope scope, long at, String... of) {
        return limit("limit-" + clauses.size(), kind, on, scope, null, at, of);
    }

    public SmallQuestion limit(
            String id, Kind kind, On on, Scope scope, @Nullable String demand, long at, String... of) {
        clauses.add(new LimitClause(id, kind, on, List.of(of), scope, demand, null, at, id, ""));
        return this;
    }

    public Buyer buyer() {
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

    public Grouping grouping() {
        var countries = new TreeMap<String, Country>();
        for (var code : List.of("FR", "DE")) {
            countries.put(code, new Country(code, code, "EU", List.of(), 1, 1));
        }
        return Grouping.of(countries, blocs);
    }

    public Map<String, List<Assessment>> assessments() {
        var all = new TreeMap<String, List<Assessment>>();
        demands.forEach((id, demand) -> all.put(
                id,
                bids.getOrDefault(id, List.of()).stream()
                        .map(bid -> bid.assessment(demand))
                        .sorted(Comparator.comparing(each -> each.candidate().id()))
                        .toList()));
        return all;
    }

    public PortfolioProblem problem() {
        return statement().problem(Statement.Over.BUYABLE);
    }

    /** {@return the problem with the bids too that no best mix can hold} */
    PortfolioProblem wholeProblem() {
        return statement().problem(Statement.Over.EVERY_BUYABLE);
    }

    public Statement statement() {
        var numbersOfDay = new RuleNumbers(
                parameter -> numbers.getOrDefault(parameter, parameter.equals("pol-model-cap") ? 100L : 0L),
                SUPERPOWERS);
        return new Statement(buyer(), grouping(), numbersOfDay, assessments(), clauses);
    }

    public Outcome solve() {
        var problem = problem();
        return SOLVER.solve(problem.problem(), problem.ties());
    }

    /** {@return percent by demand and bid of the best mix; empty where there is none} */
    public Map<String, Map<String, Integer>> mix() {
        var problem = problem();
        return mix(problem, SOLVER.solve(problem.problem(), problem.ties()));
    }

    public static Map<String, Map<String, Integer>> mix(PortfolioProblem problem, Outcome outcome) {
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

    /** {@return a question with the same settings whose bids and limits may be changed apart from this one's} */
    public SmallQuestion copy() {
        var copy = new SmallQuestion();
        copy.demands.putAll(demands);
        bids.forEach((demand, all) -> copy.bids.put(demand, new ArrayList<>(all)));
        copy.clauses.addAll(clauses);
        copy.sites.addAll(sites);
        copy.incumbents.putAll(incumbents);
        copy.retained.putAll(retained);
        copy.numbers.putAll(numbers);
        copy.lot = lot;
        copy.leastSuppliers = leastSuppliers;
        copy.mostSuppliers = mostSuppliers;
        copy.languageSuppliers = languageSuppliers;
        copy.concentration = concentration;
        copy.costPoints = costPoints;
        copy.contractCost = contractCost;
        copy.blocs = blocs;
        return copy;
    }

    /** {@return a finding of a rule that excludes, or would for some value of a missing fact} */
    public static Finding exclusion(String rule, String kind, boolean certain) {
        return new Finding(
                card(rule, kind, Effect.EXCLUDE, List.of()), certain, certain ? List.of() : List.of("a paper"));
    }

    /** {@return a finding of a rule that bounds shares by a key and a parameter} */
    public static Finding bound(String rule, String kind, Effect effect, String key, String parameter) {
        return new Finding(card(rule, kind, effect, List.of(new RuleCard.Bound(key, parameter))), true, List.of());
    }

    private static RuleCard card(String rule, String kind, Effect effect, List<RuleCard.Bound> bounds) {
        return new RuleCard(
                rule,
                rule,
                effect,
                kind,
                "in-force",
                LocalDate.EPOCH,
                null,
                true,
                "",
                bounds,
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
                1);
    }
}
