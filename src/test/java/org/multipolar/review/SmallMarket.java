package org.multipolar.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.Shipped;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Evidence;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Site;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.RulebookReader;
import org.multipolar.suitability.AbilityGoalposts;
import org.multipolar.suitability.AbilityScale;
import org.multipolar.suitability.LanguageEvidence;

/**
 * A world of four makers, a rulebook of a few rules and a buyer of one demand of 100 Mtok, so that answers are worked out by
 * hand.
 *
 * <p>Only openness counts: open source suits 10,000, open weights 7,000, closed 0. A mix with x percent open source and y
 * percent open weights scores 1,000 * 20 * (10,000 x + 7,000 y) / 5. All offers cost 1 USD per Mtok, so 100 USD a month.
 */
public final class SmallMarket {

    public static final LocalDate DAY = LocalDate.parse("2026-11-22");

    /** Whether there is a second demand {@code e} like the first. */
    public boolean twice;

    /** What full concentration of a demand costs, in ten-thousandths. */
    public int concentration;

    /** Points that a USD of contracts takes away. */
    public int costPoints;

    /** Micro-USD a month of a contract. */
    public long contractCost;

    public Policy.Weights weights = new Policy.Weights(0, 0, 0, 0, 0, 100);
    public final Map<String, Buyer.End> ends = new TreeMap<>();
    public final List<LimitClause> limits = new ArrayList<>();
    public final Map<String, Long> incumbents = new TreeMap<>();
    public final List<Site> sites = new ArrayList<>();
    public final List<Evidence> papers = new ArrayList<>();
    private final Map<String, Supplier> suppliers = new TreeMap<>();
    private final Map<String, Model> models = new TreeMap<>();
    private final Map<String, Host> hosts = new TreeMap<>();
    private final Map<String, Offer> offers = new TreeMap<>();
    private final StringBuilder rules = new StringBuilder(
            """
            package rules.small;

            import org.multipolar.rulebook.Case;
            global org.multipolar.rulebook.Findings findings;
            """);

    public SmallMarket() {
        rule("LAW-ELSEWHERE", "exclude", "", "operatingCountry.named(\"AQ\")"); // no folder is without a rule
        maker("gamma", "DE", Openness.OPEN_SOURCE, "mit");
        maker("beta", "FR", Openness.OPEN_WEIGHTS, "apache-2.0");
        maker("alpha", "US", Openness.CLOSED, "proprietary");
        offer("gamma@one", "gamma", "one", "DE");
        offer("beta@two", "beta", "two", "FR");
        offer("alpha@three", "alpha", "three", "US");
    }

    public SmallMarket maker(String id, String origin, Openness openness, String licence) {
        suppliers.put(
                id, new Supplier(id, id.toUpperCase(java.util.Locale.ROOT), origin, "", origin, "lab", "", List.of()));
        models.put(
                id,
                new Model(
                        id,
                        id,
                        id,
                        "",
                        openness,
                        licence,
                        "",
                        List.of(id),
                        List.of(),
                        "2026-01-01",
                        null,
                        1_000L,
                        List.of("text"),
                        List.of("text"),
                        List.of("tool-use"),
                        List.of("de"),
                        List.of()));
        return this;
    }

    public SmallMarket offer(String id, String model, String operator, String... places) {
        hosts.putIfAbsent(operator, new Host(operator, operator, operator, "DE", "inference-provider", "", List.of()));
        offers.put(
                id,
                new Offer(
                        id,
                        model,
                        operator,
                        List.of(places),
                        places.length == 0
                                ? Offer.Routing.UNKNOWN
                                : places.length == 1 ? Offer.Routing.IN_REGION : Offer.Routing.CHOICE,
                        1_000_000L,
                        1_000_000L,
                        "2026-01-01",
                        List.of(),
                        ""));
        return this;
    }

    /** Another price for an offer, in micro-USD per million tokens both ways. */
    public SmallMarket price(String offer, long micro) {
        offers.computeIfPresent(offer, (id, old) -> old.priced(micro, micro));
        return this;
    }

    /** A hall that holds models up to 100 billion parameters at a tenth of what others ask. */
    public SmallMarket hall() {
        sites.add(new Site("hall", "Hall", "DE", "", 1_000, 0, List.of(new Site.Band(100, 100_000)), ""));
        return this;
    }

    /** A rule of law, or of house policy where its id says so. */
    public SmallMarket rule(String id, String effect, String annotations, String... conditions) {
        rules.append(
                """

                rule "%s"
                    @title( "Rule %s" )
                    @kind( "%s" )
                    @status( "in-force" )
                    @sources( "house-policy" )
                    @confidence( "high" )
                    %s
                when
                    $c : Case(
                        %s)
                then
                    findings.%s("%s", $c);
                end
                """
                        .formatted(
                                id,
                                id,
                                id.startsWith("POL") ? "policy" : "regulatory",
                                annotations,
                                String.join(",\n        ", conditions),
                                effect,
                                id));
        return this;
    }

    public SmallMarket paper(String flag, String until) {
        papers.add(new Evidence(
                flag,
                List.of(),
                List.of(),
                List.of(),
                "Legal",
                LocalDate.parse("2026-06-01"),
                until.isEmpty() ? null : LocalDate.parse(until),
                ""));
        return this;
    }

    public SmallMarket limit(String id, LimitClause.Kind kind, LimitClause.On on, long at, String... of) {
        limits.add(new LimitClause(id, kind, on, List.of(of), LimitClause.Scope.DEMAND, "d", null, at, id, ""));
        return this;
    }

    public Buyer buyer() {
        var policy = new Policy(
                Policy.CountryScores.by("published"),
                weights,
                5,
                1,
                20,
                0,
                concentration,
                costPoints,
                contractCost,
                List.of(),
                true,
                Map.of(),
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
                limits,
                sites,
                incumbents,
                papers,
                twice ? List.of(demand("d"), demand("e")) : List.of(demand("d")),
                "small",
                ends);
    }

    private static Demand demand(String id) {
        return new Demand(
                id,
                "Letters",
                "EU-DE",
                List.of("DE"),
                100,
                0,
                null,
                List.of(),
                "internal",
                "general",
                "internal",
                List.of(),
                List.of(),
                "text",
                List.of(),
                0,
                new Demand.Ability("any", null),
                false);
    }

    public Snapshot snapshot() {
        var all = Shipped.snapshot();
        var world = world(all.world());
        var goalposts = AbilityGoalposts.read(YamlNode.read(
                "ability.yaml",
                """
                as_of: 2026-11-22
                goalposts: {low: -1, high: 1}
                thresholds:
                  - {name: any, ability: -9, anchored_to: nothing}
                """
                        .getBytes(UTF_8)));
        return new Snapshot(
                world,
                rulebook(),
                all.indexes(),
                List.of(),
                AbilityScale.link(world, goalposts),
                LanguageEvidence.of(world),
                all.prices(),
                Map.of(),
                Map.of());
    }

    private World world(World all) {
        return new World(
                all.countries(),
                all.indicators(),
                List.of(),
                all.indicatorSources(),
                suppliers,
                models,
                all.licences(),
                hosts,
                offers,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                all.supplySources(),
                Map.of(),
                "world");
    }

    private Rulebook rulebook() {
        var files = new TreeMap<String, byte[]>();
        files.put(
                "sources.csv",
                "key,title,publisher,date,url,tier,read,via\nhouse-policy,House,,,,,true,\n".getBytes(UTF_8));
        files.put(
                "parameters/small.yaml",
                """
                parameters:
                  - parameter: eu27
                    title: Members
                    unit: country-codes
                    values:
                      - {from: null, value: [DE, FR], sources: [house-policy]}
                  - parameter: superpowers
                    title: Superpowers
                    unit: country-codes
                    values:
                      - {from: null, value: [US, CN], sources: [house-policy]}
                  - parameter: pol-model-cap
                    title: No cap
                    unit: percent
                    values:
                      - {from: null, value: 100, sources: [house-policy]}
                """
                        .getBytes(UTF_8));
        files.put("small.drl", rules.toString().getBytes(UTF_8));
        return RulebookReader.read(files).orThrow();
    }

    ReviewAnswer review(String offer) {
        return review(new Subject.OfOffer(offer));
    }

    ReviewAnswer review(Subject subject) {
        return review(subject, DAY, false);
    }

    ReviewAnswer review(Subject subject, LocalDate day, boolean quick) {
        return new Reviewer(Decomposition.usual())
                .answer(snapshot(), new ReviewQuestion(buyer(), day, "d", subject, quick));
    }

    /** Reviews an offer from outside, as a person would write it down. */
    ReviewAnswer inline(String yaml) {
        return review(new Subject.OfInline(inlineOffer(yaml)));
    }

    InlineOffer inlineOffer(String yaml) {
        return InlineOfferReader.read(
                        "offer.yaml",
                        yaml.getBytes(UTF_8),
                        world(Shipped.snapshot().world()))
                .orThrow();
    }
}
