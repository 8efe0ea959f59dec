package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reasoning about conditions finds what trying every fact finds. */
class SatisfiabilityLaws {

    private static final int CONDITIONS = Boolean.getBoolean("slow") ? 200_000 : 3_000;
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "QQ", "XX");
    private static final List<String> TAGS = List.of("", "DE", "FR", "US", "DE;FR", "DE;US", "FR;US", "DE;FR;US");
    private static final Map<String, Parameter> PARAMETERS =
            new SmallRules().rule("R", "oblige", "", "flags.has(\"x\")").read().parameters();
    private static final List<Condition.Ask> ASKS = asks();
    private static final List<HouseRule> ALL = List.of(
            rule(new Condition.AllOf(ASKS.stream().map(Condition.class::cast).toList())));
    private static final Vocabulary VOCABULARY = Vocabulary.of(ALL);
    private static final Questionnaire QUESTIONNAIRE = Questionnaire.of(ALL);

    @ParameterizedTest
    @CsvSource({"1, 2025-12-31", "2, 2026-06-14", "3, 2026-06-15", "4, 2027-01-01"})
    void a_witness_is_found_exactly_where_one_exists(long seed, LocalDate day) {
        var random = new Random(seed);
        var reading = new Reading(VOCABULARY, QUESTIONNAIRE, new ParametersOfDay(PARAMETERS, day));
        var cases = everything().stream().map(reading::certainly).toList();
        var satisfiability = new Satisfiability(VOCABULARY, PARAMETERS, day);
        int found = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            var condition = conjunction(random);
            var holds = QUESTIONNAIRE.test(condition);
            var witness = satisfiability.witness(List.of(condition));
            assertThat(witness != null)
                    .as("seed %d, %s", seed, condition.text())
                    .isEqualTo(cases.stream().anyMatch(holds));
            if (witness != null) {
                found++;
                assertThat(holds.test(reading.certainly(witness)))
                        .as("seed %d, %s on %s", seed, condition.text(), witness)
                        .isTrue();
            }
        }
        assertThat(found).isBetween(CONDITIONS / 10, CONDITIONS * 9 / 10);
    }

    @ParameterizedTest
    @CsvSource({"5, 2026-06-14", "6, 2027-01-01"})
    void an_opposite_holds_exactly_where_the_condition_does_not(long seed, LocalDate day) {
        var random = new Random(seed);
        var reading = new Reading(VOCABULARY, QUESTIONNAIRE, new ParametersOfDay(PARAMETERS, day));
        var cases = everything().stream().map(reading::certainly).toList();
        for (int i = 0; i < CONDITIONS / 10; i++) {
            var condition = conjunction(random);
            var holds = QUESTIONNAIRE.test(condition);
            var fails = QUESTIONNAIRE.test(new Condition.AllOf(List.of(Satisfiability.not(condition))));
            assertThat(cases).as(condition.text()).allMatch(each -> holds.test(each) != fails.test(each));
        }
    }

    private static List<Condition.Ask> asks() {
        var asks = new ArrayList<Condition.Ask>();
        for (var asked : Asked.values()) {
            for (var field : List.of(
                    Field.OPERATING_COUNTRY,
                    Field.SERVING_COUNTRY,
                    Field.FLAGS,
                    Field.MODEL_RELEASE_DATE,
                    Field.TRAINING_COMPUTE,
                    Field.AS_OF)) {
                if (field.kind() == asked.kind()) {
                    words(asked).forEach(word -> asks.add(new Condition.Ask(field, asked, word)));
                }
            }
        }
        for (var word : List.of("yes", "no")) {
            asks.add(new Condition.Ask(Field.SERVED_AT_HOME, Asked.NAMED, word));
            asks.add(new Condition.Ask(Field.SERVED_AT_HOME, Asked.OTHER_THAN, word));
        }
        return asks;
    }

    private static List<String> words(Asked asked) {
        return switch (asked.of()) {
            case WORD -> List.of("DE", "US");
            case LIST -> List.of("a-list");
            case FIGURE -> List.of(asked.kind() == Field.Kind.DAY ? "a-day" : "much");
        };
    }

    private static HouseRule rule(Condition.AllOf when) {
        return new HouseRule("R", "R", "oblige", when, new LinkedHashMap<>(), "small.drl", 1);
    }

    private static Condition.AllOf conjunction(Random random) {
        var parts = new ArrayList<Condition>();
        for (int more = 2 + random.nextInt(5); more > 0; more--) {
            parts.add(random.nextBoolean() ? ask(random) : choice(random, 2));
        }
        return new Condition.AllOf(parts);
    }

    private static Condition choice(Random random, int depth) {
        var parts = new ArrayList<Condition>();
        for (int more = 2 + random.nextInt(2); more > 0; more--) {
            var inner = new ArrayList<Condition>(List.of(ask(random), ask(random)));
            if (depth > 0 && random.nextInt(4) == 0) {
                inner.add(choice(random, depth - 1));
            }
            parts.add(random.nextBoolean() ? ask(random) : new Condition.AllOf(inner));
        }
        return new Condition.AnyOf(parts);
    }

    private static Condition ask(Random random) {
        return ASKS.get(random.nextInt(ASKS.size()));
    }

    /** {@return facts of every kind that these questions can tell apart} */
    private static List<Facts> everything() {
        var all = new ArrayList<Facts>();
        for (var operating : COUNTRIES) {
            for (var serving : COUNTRIES) {
                for (var tags : TAGS) {
                    for (var released : List.of("2026-06-14", "2026-06-15")) {
                        for (var compute : List.of("0", "1e25")) {
                            all.add(facts(operating, serving, tags, released, compute));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Facts facts(String operating, String serving, String tags, String released, String compute) {
        return SmallRules.facts(
                Field.OPERATING_COUNTRY,
                operating,
                Field.SERVING_COUNTRY,
                serving,
                Field.SERVED_AT_HOME,
                operating.equals(serving) ? "yes" : "no",
                Field.FLAGS,
                tags,
                Field.MODEL_RELEASE_DATE,
                released,
                Field.TRAINING_COMPUTE,
                compute);
    }
}
