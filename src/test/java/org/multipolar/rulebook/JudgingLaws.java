package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.rulebook.Rulebook.Setting;

/** What holds for any facts: order is nothing, representatives change nothing, knowing more never contradicts. */
class JudgingLaws {

    private static final Rulebook RULEBOOK = Shipped.snapshot().rulebook();
    private static final int SETS = Boolean.getBoolean("slow") ? 20_000 : 300;

    @ParameterizedTest
    @CsvSource({"1, 2026-11-22", "2, 2025-02-01", "3, 2028-01-01", "4, 2019-06-30"})
    void facts_judged_together_and_alone_get_the_same_judgement(long seed, LocalDate asOf) {
        var facts = RandomFacts.near(seed, SETS);

        var together = RULEBOOK.judge(facts, Setting.of(asOf));

        for (int i = 0; i < facts.size(); i++) {
            // Alone, a fact set has no other that could stand for it.
            var alone = RULEBOOK.judge(List.of(facts.get(i)), Setting.of(asOf)).get(0);
            assertThat(said(together.get(i)))
                    .as("seed %d, %s", seed, facts.get(i))
                    .isEqualTo(said(alone));
        }
    }

    @ParameterizedTest
    @CsvSource({"11", "12"})
    void the_order_of_facts_is_nothing(long seed) {
        var facts = RandomFacts.near(seed, 10 * SETS);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < facts.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));

        var straight = RULEBOOK.judge(facts, Setting.of(LocalDate.parse("2026-11-22")));
        var shuffled =
                RULEBOOK.judge(order.stream().map(facts::get).toList(), Setting.of(LocalDate.parse("2026-11-22")));

        for (int i = 0; i < order.size(); i++) {
            assertThat(said(shuffled.get(i))).as("seed %d", seed).isEqualTo(said(straight.get(order.get(i))));
        }
    }

    @Test
    void the_order_of_rules_and_of_files_is_nothing() {
        var facts = RandomFacts.near(21, 10 * SETS);
        var backwards = RulebookReader.read(backwards()).orThrow();

        var straight = RULEBOOK.judge(facts, Setting.of(LocalDate.parse("2026-11-22")));
        var reversed = backwards.judge(facts, Setting.of(LocalDate.parse("2026-11-22")));

        for (int i = 0; i < facts.size(); i++) {
            assertThat(said(reversed.get(i))).isEqualTo(said(straight.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({"31", "32"})
    void learning_a_fact_never_lifts_an_exclusion_and_never_overturns_a_clearance(long seed) {
        var random = new Random(seed);
        var facts = RandomFacts.near(seed, 5 * SETS);
        var learned = facts.stream().map(each -> learned(each, random)).toList();

        var before = RULEBOOK.judge(facts, Setting.of(LocalDate.parse("2026-11-22")));
        var after = RULEBOOK.judge(learned, Setting.of(LocalDate.parse("2026-11-22")));

        for (int i = 0; i < facts.size(); i++) {
            var verdict = after.get(i).verdict();
            if (before.get(i).verdict() == Verdict.EXCLUDED) {
                assertThat(verdict).as("seed %d, %s", seed, learned.get(i)).isEqualTo(Verdict.EXCLUDED);
            } else if (before.get(i).verdict().buyable()) {
                assertThat(verdict.buyable())
                        .as("seed %d, %s, was %s", seed, learned.get(i), facts.get(i))
                        .isTrue();
            }
        }
    }

    @Test
    void forgetting_a_fact_makes_a_verdict_stricter_or_names_what_is_missing() {
        int forgotten = 0;
        for (var file : Shipped.caseFiles()) {
            for (var result : file.judge(RULEBOOK)) {
                var given = result.expectation();
                var setting = new Setting(given.asOf(), Set.of(), given.switchedOn());
                for (var field : stated(given.facts())) {
                    forgotten++;
                    var after = RULEBOOK.judge(List.of(without(given.facts(), field)), setting)
                            .get(0);
                    boolean named = after.findings().stream()
                            .anyMatch(finding -> finding.unknown().contains(field.word()));
                    assertThat(named
                                    || after.verdict()
                                                    .compareTo(
                                                            result.judgement().verdict())
                                            <= 0)
                            .as("%s without %s: %s", given.id(), field.word(), said(after))
                            .isTrue();
                }
            }
        }
        assertThat(forgotten).isGreaterThan(10_000);
    }

    /** {@return the fields stated whose absence means unknown, not none} */
    private static List<Field> stated(Facts facts) {
        return facts.values().keySet().stream()
                .filter(field -> !field.absentMeansNone() && field != Field.SERVED_AT_HOME)
                .toList();
    }

    /** What follows from a place goes with it. */
    private static Facts without(Facts facts, Field field) {
        var values = new EnumMap<>(facts.values());
        values.remove(field);
        if (field == Field.SERVING_COUNTRY || field == Field.OPERATING_COUNTRY) {
            values.remove(Field.SERVED_AT_HOME);
        }
        if (field == Field.SERVING_COUNTRY) {
            values.put(Field.PLACE_STATED, List.of("no"));
        }
        return new Facts(values);
    }

    /** {@return the facts with one unknown field filled in} */
    private static Facts learned(Facts facts, Random random) {
        var unknown = facts.unknown().stream()
                .filter(RandomFacts.SEEN::containsKey)
                // The place and what follows from it are one fact in two fields.
                .filter(field -> field != Field.SERVED_AT_HOME && field != Field.SERVING_COUNTRY)
                .toList();
        if (unknown.isEmpty()) {
            return facts;
        }
        var field = unknown.get(random.nextInt(unknown.size()));
        var values = new EnumMap<>(facts.values());
        values.put(field, List.of(RandomFacts.pick(field, random)));
        return new Facts(values);
    }

    /** {@return every file's rules in reverse, and the files in reverse} */
    private static Map<String, byte[]> backwards() {
        var paths = new ArrayList<>(Shipped.rules().keySet());
        Collections.reverse(paths);
        var files = new LinkedHashMap<String, byte[]>();
        for (var path : paths) {
            var bytes = Shipped.rules().get(path);
            if (bytes != null) {
                files.put(
                        path,
                        path.endsWith(".drl")
                                ? reversed(new String(bytes, UTF_8)).getBytes(UTF_8)
                                : bytes);
            }
        }
        return files;
    }

    private static String reversed(String drl) {
        var parts = new ArrayList<>(Arrays.asList(drl.split("(?m)^(?=rule \")", -1)));
        var head = parts.remove(0);
        Collections.reverse(parts);
        return head + String.join("\n", parts);
    }

    static Map<String, Object> said(Judgement judgement) {
        var said = new TreeMap<String, Object>();
        said.put("", judgement.verdict());
        judgement
                .findings()
                .forEach(finding -> said.put(finding.rule().id(), finding.certain() + " " + finding.unknown()));
        return said;
    }
}
