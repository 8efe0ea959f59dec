package org.multipolar.advice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.Altered;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.RulebookReader;

/** What a change of the rules' folder is said to move: verdicts, mixes, neither, or later. */
class RulebookDiffTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-22");
    private static final String DEMAND = OneDemand.DEMAND;
    private static final Snapshot SNAPSHOT = OneDemand.snapshot();
    private static final Advisor ADVISOR = new Advisor(Decomposition.usual());
    /** The suppliers in the mix under the rules that ship. */
    private static final List<String> BOUGHT = ADVISOR
            .recommend(SNAPSHOT, new Question(World.known(SNAPSHOT.buyers(), "consumer-goods"), AS_OF, List.of()))
            .advice()
            .demands()
            .get(0)
            .mix()
            .stream()
            .map(share -> share.supplier())
            .toList();

    private static final String CAPS = "house/caps.drl";
    private static final String HOUSE = "parameters/house.yaml";

    private final List<String> progress = new ArrayList<>();

    @Test
    void equal_folders_move_nothing_and_need_no_judging() {
        var diff = diff(Shipped.rules(), AS_OF);

        assertThat(diff.changes().none()).isTrue();
        assertThat(diff.headline()).contains("nothing moves");
        assertThat(diff.oldRules()).isEqualTo(diff.newRules());
        assertThat(diff.caseShifts()).isEmpty();
        assertThat(diff.cases()).isGreaterThan(500);
        var buyer = diff.buyers().get(0);
        assertThat(buyer.candidates()).isGreaterThan(100);
        assertThat(buyer.demands()).isEmpty();
        assertThat(buyer.mix().why()).isEqualTo(noEffect());
        assertThat(progress).isEmpty();
    }

    @Test
    void a_change_of_wording_moves_nothing_and_says_so() {
        var diff = diff(edited(CAPS, "No origin above its cap", "No country of origin above its cap"), AS_OF);

        assertThat(diff.headline()).contains("readers", "nothing moves");
        var change = diff.changes().rules().get(0);
        assertThat(change.id()).isEqualTo("POL-ORIGIN-CAP");
        assertThat(change.wordsOnly()).isTrue();
        assertThat(change.annotations())
                .containsExactly(new Altered("title", "No origin above its cap", "No country of origin above its cap"));
        assertThat(progress).isEmpty();
    }

    @Test
    void a_new_exclusion_of_a_bought_supplier_moves_verdicts_and_mix_and_is_named() {
        var supplier = BOUGHT.get(0);

        var diff = diff(with(exclusion(supplier, "2025-01-01")), AS_OF);

        assertThat(diff.changes().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("POL-TRIAL");
            assertThat(rule.change()).isEqualTo("added");
            assertThat(rule.holds()).isEqualTo("from 2025-01-01");
            assertThat(rule.conditions().get(0).added()).containsExactly("supplier.named(\"%s\")".formatted(supplier));
        });
        var shifts = diff.buyers().get(0).demands().get(0).shifts();
        assertThat(shifts).allSatisfy(shift -> {
            assertThat(shift.to()).isEqualTo("excluded");
            assertThat(shift.appear()).containsExactly(Map.entry("POL-TRIAL", shift.count()));
            assertThat(shift.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        });
        var mix = diff.buyers().get(0).mix();
        assertThat(mix.state()).isEqualTo("moved");
        assertThat(mix.demands().get(0).shares())
                .anyMatch(share -> share.old() > 0 && share.fresh() == 0)
                .noneMatch(share -> share.old() == share.fresh());
        assertThat(diff.movedCases()).isPositive();
        assertThat(diff.headline()).contains("the mixes of consumer-goods");
    }

    @Test
    void what_is_said_of_verdicts_is_what_judging_says() {
        var fresh = with(exclusion(BOUGHT.get(0), "2025-01-01"));
        var question = new Question(World.known(SNAPSHOT.buyers(), "consumer-goods"), AS_OF, List.of());
        var before = World.known(new Assessor(SNAPSHOT, question).assess(), DEMAND);
        var after = World.known(new Assessor(SNAPSHOT.with(read(fresh)), question).assess(), DEMAND);
        int differ = 0;
        for (int i = 0; i < before.size(); i++) {
            differ += before.get(i).findings().size() == after.get(i).findings().size() ? 0 : 1;
        }

        assertThat(unsolved(fresh, AS_OF).buyers().get(0).moved()).isEqualTo(differ);
    }

    @Test
    void a_rule_that_starts_next_year_moves_nothing_today_and_something_then() {
        var fresh = with(exclusion(BOUGHT.get(0), "2027-06-01"));

        var today = unsolved(fresh, AS_OF);
        var then = unsolved(fresh, LocalDate.parse("2027-06-01"));

        assertThat(today.movesBuyers()).isFalse();
        assertThat(today.headline()).contains("nothing moves for any buyer", "POL-TRIAL", "2027-06-01");
        assertThat(today.later()).containsExactly(new RulebookDiff.Later("2027-06-01", List.of("POL-TRIAL")));
        assertThat(then.buyers().get(0).moved()).isPositive();
        assertThat(then.buyers().get(0).mix().state()).isEqualTo("not-asked");
        assertThat(then.later()).isEmpty();
    }

    @Test
    void a_cap_with_another_number_moves_the_mix_though_no_finding_differs() {
        var diff = diff(edited(HOUSE, "pol-model-cap", "value: 50", "value: 30"), AS_OF);

        var change = diff.changes().parameters().get(0);
        assertThat(change.id()).isEqualTo("pol-model-cap");
        assertThat(change.usedBy()).contains("POL-MODEL-CAP");
        assertThat(change.values().get(0).from()).isEqualTo("always");
        assertThat(change.values().get(0).old()).containsExactly("50");
        assertThat(change.values().get(0).fresh()).containsExactly("30");
        var buyer = diff.buyers().get(0);
        assertThat(buyer.demands()).isEmpty();
        assertThat(buyer.mix().why()).startsWith("no finding on its candidates differs");
        assertThat(buyer.mix().state()).isEqualTo("moved");
        assertThat(buyer.mix().demands().get(0).shares()).allMatch(share -> share.fresh() <= 30);
    }

    @Test
    void a_parameter_that_changes_on_another_day_moves_what_it_decides() {
        var diff = unsolved(edited("parameters/eu.yaml", "from: 2031-12-28", "from: 2026-01-01"), AS_OF);

        var change = diff.changes().parameters().get(0);
        assertThat(change.values()).extracting(value -> value.from()).containsExactly("2026-01-01", "2031-12-28");
        assertThat(change.values().get(0).old()).isNull();
        assertThat(change.values().get(1).fresh()).isNull();
        assertThat(diff.later()).containsExactly(new RulebookDiff.Later("2031-12-28", List.of(change.id())));
        assertThat(diff.buyers().get(0).demands().get(0).shifts()).anySatisfy(shift -> assertThat(shift.examples())
                .anyMatch(each -> each.place().contains("GB")));
    }

    @Test
    void an_altered_rule_tells_effect_and_conditions_apart() {
        var fresh = with(exclusion("mistral", "2025-01-01"));
        var altered = edited(fresh, CAPS, "findings.exclude(\"POL-TRIAL\"", "findings.oblige(\"POL-TRIAL\"");
        altered = edited(altered, CAPS, "supplier.named(\"mistral\")", "openness.named(\"closed\")");

        var diff = new RulebookDiffer(SNAPSHOT.with(read(fresh)), read(altered), MixDiffer.unasked(), progress::add)
                .diff(List.of(), AS_OF);

        var change = diff.changes().rules().get(0);
        assertThat(change.change()).isEqualTo("changed");
        assertThat(change.annotations()).containsExactly(new Altered("effect", "exclude", "oblige"));
        assertThat(change.conditions().get(0).gone()).containsExactly("supplier.named(\"mistral\")");
        assertThat(change.conditions().get(0).added()).containsExactly("openness.named(\"closed\")");
        // Mistral's closed models keep a finding of this rule, which now binds instead of excluding.
        assertThat(diff.buyers().get(0).demands().get(0).shifts())
                .anySatisfy(shift -> assertThat(shift.alter()).containsKey("POL-TRIAL"));
    }

    @Test
    void a_rule_taken_away_is_removed_and_its_findings_vanish() {
        var old = with(exclusion("mistral", "2025-01-01"));

        var diff = new RulebookDiffer(SNAPSHOT.with(read(old)), SNAPSHOT.rulebook(), MixDiffer.unasked(), progress::add)
                .diff(List.of(), AS_OF);

        assertThat(diff.changes().rules().get(0).change()).isEqualTo("removed");
        assertThat(diff.buyers().get(0).demands().get(0).shifts())
                .allSatisfy(shift -> assertThat(shift.vanish()).containsOnlyKeys("POL-TRIAL"));
    }

    private RulebookDiff diff(Map<String, byte[]> rules, LocalDate day) {
        return new RulebookDiffer(SNAPSHOT, read(rules), MixDiffer.solving(ADVISOR), progress::add)
                .diff(Shipped.caseFiles(), day);
    }

    private RulebookDiff unsolved(Map<String, byte[]> rules, LocalDate day) {
        return new RulebookDiffer(SNAPSHOT, read(rules), MixDiffer.unasked(), progress::add).diff(List.of(), day);
    }

    private static Rulebook read(Map<String, byte[]> rules) {
        return RulebookReader.read(rules).orThrow();
    }

    private static String noEffect() {
        return "no effect: no finding on its candidates differs, nor any number of its limits";
    }

    private static Map<String, byte[]> with(String rule) {
        var rules = Shipped.rules();
        rules.computeIfPresent(CAPS, (path, bytes) -> (new String(bytes, UTF_8) + rule).getBytes(UTF_8));
        return rules;
    }

    private static Map<String, byte[]> edited(String file, String old, String fresh) {
        return edited(Shipped.rules(), file, old, fresh);
    }

    /** Edits what follows a word. */
    private static Map<String, byte[]> edited(String file, String after, String old, String fresh) {
        var rules = Shipped.rules();
        var text = new String(World.known(rules, file), UTF_8);
        int at = text.indexOf(after);
        rules.put(file, (text.substring(0, at) + text.substring(at).replaceFirst(old, fresh)).getBytes(UTF_8));
        return rules;
    }

    private static Map<String, byte[]> edited(Map<String, byte[]> rules, String file, String old, String fresh) {
        var text = new String(World.known(rules, file), UTF_8);
        assertThat(text).contains(old);
        var edited = new TreeMap<>(rules);
        edited.put(file, text.replace(old, fresh).getBytes(UTF_8));
        return edited;
    }

    private static String exclusion(String supplier, String from) {
        return """

                rule "POL-TRIAL"
                    @title( "A trial" )
                    @kind( "policy" )
                    @status( "policy-default" )
                    @from( "%s" )
                    @sources( "house-policy" )
                    @confidence( "medium" )
                    @asOf( "2026-11-21" )
                    @jurisdictions( "*" )
                    @statement( "A supplier is left out for a trial." )
                when
                    $c : Case(
                        supplier.named("%s"))
                then
                    findings.exclude("POL-TRIAL", $c);
                end
                """
                .formatted(from, supplier);
    }
}
