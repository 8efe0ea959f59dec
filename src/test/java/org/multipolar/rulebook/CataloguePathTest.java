package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Candidates;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Reach;
import org.multipolar.catalog.Site;
import org.multipolar.catalog.World;

/** Catalogue and rules meet: what a lawyer's case says also comes of facts that are made from profiles. */
class CataloguePathTest {

    private static final World WORLD = Shipped.snapshot().world();
    private static final Rulebook RULEBOOK = Shipped.snapshot().rulebook();

    /** Exclude rules that nothing in today's catalogue can touch, each with the reason. */
    private static final Map<String, String> NOTHING_ON_OFFER =
            Map.of("LIC-LLAMA32-VISION-EU", "the catalogue lists no multimodal Llama 3.2");

    /** Shared cases that the path through the catalogue answers in another way, each with the reason. */
    private static final Map<String, String> ANSWERED_OTHERWISE = Map.of();

    @Test
    void every_exclude_rule_hits_a_candidate_of_the_catalogue_or_says_that_none_is_on_offer() {
        var firing = firingCases();
        var unhit = new TreeSet<String>();
        RULEBOOK.cards().values().stream()
                .filter(card -> card.effect() == Effect.EXCLUDE)
                .filter(card ->
                        firing.getOrDefault(card.id(), List.of()).stream().noneMatch(each -> hits(card.id(), each)))
                .forEach(card -> unhit.add(card.id()));

        assertThat(unhit).containsExactlyElementsOf(NOTHING_ON_OFFER.keySet());
    }

    @Test
    void a_shared_case_gets_the_same_verdict_through_the_catalogue() {
        var shared = Shipped.caseFiles().stream()
                .filter(file -> file.file().equals("cases/shared.cases.yaml"))
                .findFirst()
                .orElseThrow();
        var other = new TreeMap<String, String>();
        int compared = 0;
        for (var expectation : shared.cases()) {
            var candidate = candidate(expectation.facts());
            if (candidate != null && !expectation.expected().isEmpty()) {
                compared++;
                var verdict = verdict(expectation, candidate);
                if (!verdict.equals(expectation.expected())) {
                    other.put(expectation.id(), expectation.expected() + " became " + verdict);
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(other.keySet()).as(other.toString()).isEqualTo(ANSWERED_OTHERWISE.keySet());
    }

    private static Map<String, List<CaseFile.Expectation>> firingCases() {
        var firing = new TreeMap<String, List<CaseFile.Expectation>>();
        Shipped.caseFiles().forEach(file -> file.judge(RULEBOOK)
                .forEach(result -> ShippedRulesTest.found(result.judgement()).stream()
                        .filter(id -> result.expectation().mustName().contains(id))
                        .forEach(id -> firing.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(result.expectation()))));
        return firing;
    }

    /** {@return whether the buyer of the case would meet the rule on some candidate of the catalogue} */
    private static boolean hits(String rule, CaseFile.Expectation expectation) {
        var asking = new AskingBuyer(expectation.facts());
        if (!asking.complete()) {
            return false;
        }
        var buyer = asking.buyer();
        var facts = new CandidateFacts(
                buyer, new ReachTable(WORLD, RULEBOOK.words("eu27", expectation.asOf()), expectation.asOf()));
        var all = new ArrayList<Facts>();
        Candidates.of(WORLD, buyer, buyer.demands().get(0)).forEach(candidate -> all.addAll(facts.of(candidate)));
        return RULEBOOK.judge(all, setting(expectation)).stream()
                .anyMatch(judgement -> ShippedRulesTest.found(judgement).contains(rule));
    }

    private static String verdict(CaseFile.Expectation expectation, Candidate candidate) {
        var buyer = new AskingBuyer(expectation.facts()).buyer();
        var facts = new CandidateFacts(buyer, new ReachTable(sellingEverywhere(), Set.of(), LocalDate.EPOCH));
        return RULEBOOK.judge(facts.of(candidate), setting(expectation))
                .get(0)
                .verdict()
                .word();
    }

    private static Rulebook.Setting setting(CaseFile.Expectation expectation) {
        return new Rulebook.Setting(expectation.asOf(), Set.of(), expectation.switchedOn());
    }

    /** {@return the candidate that a case speaks of, or null where catalogue or case do not know it} */
    private static @Nullable Candidate candidate(Facts facts) {
        var asking = new AskingBuyer(facts);
        var supplier = WORLD.suppliers().get(asking.one(Field.SUPPLIER));
        var operator = asking.one(Field.HOST);
        var host = WORLD.hosts().values().stream()
                .filter(each -> each.operator().equals(operator))
                .findFirst()
                .orElse(null);
        boolean own = operator.equals("own-site");
        if (!asking.complete() || supplier == null || host == null) {
            return null;
        }
        var place = asking.one(Field.SERVING_COUNTRY);
        var access = asking.one(Field.ACCESS_MODE);
        return new Candidate(
                asking.demand(),
                "case",
                model(asking),
                supplier,
                access.equals("self-hosted")
                        ? Candidate.AccessMode.SELF_HOSTED
                        : access.equals("supplier-api")
                                ? Candidate.AccessMode.SUPPLIER_API
                                : Candidate.AccessMode.MANAGED_CLOUD,
                host.id(),
                operator,
                own ? asking.one(Field.HOST_ORIGIN) : host.origin(),
                place.isEmpty() ? List.of() : List.of(place),
                place.isEmpty() ? Offer.Routing.UNKNOWN : Offer.Routing.IN_REGION,
                own ? new Site("s", "S", place, "", 1, 0, List.of(), "") : null,
                1L,
                1L);
    }

    private static Model model(AskingBuyer asking) {
        var modality = asking.one(Field.MODALITY);
        var licence = asking.one(Field.LICENCE);
        var released = asking.one(Field.MODEL_RELEASE_DATE);
        return new Model(
                asking.one(Field.MODEL_FAMILY),
                asking.one(Field.SUPPLIER),
                "",
                "",
                asking.one(Field.OPENNESS).equals("closed") ? Openness.CLOSED : Openness.OPEN_WEIGHTS,
                licence.isEmpty() ? "unknown" : licence,
                "",
                asking.all(Field.BASE_LINEAGE),
                List.of(),
                released.isEmpty() ? null : released,
                null,
                null,
                modality.isEmpty()
                        ? List.of()
                        : modality.equals("multimodal") ? List.of("text", "image") : List.of("text"),
                modality.isEmpty()
                        ? List.of()
                        : switch (modality) {
                            case "image" -> List.of("image");
                            case "video" -> List.of("video");
                            case "multimodal-generation" -> List.of("text", "image");
                            default -> List.of("text");
                        },
                List.of(),
                List.of(),
                List.of());
    }

    private static World sellingEverywhere() {
        var operators = new TreeSet<String>();
        WORLD.hosts().values().forEach(host -> operators.add(host.operator()));
        return new World(
                WORLD.countries(),
                WORLD.indicators(),
                WORLD.observations(),
                WORLD.indicatorSources(),
                WORLD.suppliers(),
                WORLD.models(),
                WORLD.licences(),
                WORLD.hosts(),
                WORLD.offers(),
                operators.stream()
                        .map(operator -> new Reach(operator, "ZZ", "sells", "", "a test", ""))
                        .toList(),
                List.of(),
                WORLD.benchmarks(),
                WORLD.testScores(),
                WORLD.supplySources(),
                WORLD.regions(),
                "");
    }
}
