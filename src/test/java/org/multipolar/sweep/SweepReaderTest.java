package org.multipolar.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.advice.Redraw.Noise;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.Patch;
import org.multipolar.sweep.SweepPlan.Aim;
import org.multipolar.sweep.SweepPlan.Variable;

/** What a sweep file says is read as it is meant, and what it gets wrong is named. */
class SweepReaderTest {

    private static final SweepReader READER = new SweepReader(
            Shipped.snapshot().world(),
            Shipped.snapshot().rulebook().cards().keySet(),
            Shipped.snapshot().scenarios());

    private static SweepPlan read(String yaml) {
        return READER.read("sweep.yaml", yaml.getBytes(UTF_8));
    }

    private static Fault fault(String yaml) {
        return Parsed.of(() -> read(yaml)).fold(good -> none(), bad -> bad);
    }

    private static Fault none() {
        throw new AssertionError("The mistake was not noticed.");
    }

    @Test
    void a_sweep_that_draws_is_read() {
        var plan = read(
                """
                id: mine
                title: Mine
                draws: 2000
                seed: 7
                scenarios:
                  - {scenario: lost-us, likelihood: 0.05, why: "our risk group's estimate"}
                  - {scenario: gulf-closure-halls, likelihood: 1}
                  - {id: dearer, title: Dearer, patch: {scale: {price: both, where: {origin: US}}}, range: {from: 0.8, to: 2.0, steps: 4}}
                  - {id: ban, patches: [{event: {lost: origin, is: CN}}], likelihood: 0}
                noise: {weights: 0.25, prices: 0.2, indicators: true, abilities: true}
                robust: [worst, expected, regret]
                """);

        assertThat(plan.grid()).isFalse();
        assertThat(plan.futures()).isEqualTo(2_000);
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.noise()).isEqualTo(new Noise(0.25, 0.2, true, true));
        assertThat(plan.robust()).containsExactly(Aim.WORST, Aim.EXPECTED, Aim.REGRET);
        assertThat(plan.variables())
                .extracting(Variable::id)
                .containsExactly("lost-us", "gulf-closure-halls", "dearer", "ban");
        assertThat(plan.variables()).extracting(Variable::likelihood).containsExactly(50_000L, 1_000_000L, 0L, 0L);
        assertThat(plan.variables()).extracting(Variable::event).containsExactly(true, true, false, true);
        assertThat(plan.variables().get(0).why()).isEqualTo("our risk group's estimate");
        // an event comes with what it stands on
        assertThat(plan.variables().get(1).options().get(1).scenarios())
                .extracting(each -> each.id())
                .containsExactly("ev-gulf-closure", "gulf-closure-halls");
        assertThat(plan.variables().get(1).options().get(0).scenarios()).isEmpty();
    }

    @Test
    void a_range_takes_even_steps_from_end_to_end() {
        var plan = read(
                """
                id: mine
                scenarios:
                  - {id: dearer, patch: {scale: {price: both, where: {origin: US}}}, range: {from: 0.8, to: 2.0, steps: 4}}
                """);

        assertThat(plan.grid()).isTrue();
        assertThat(plan.futures()).isEqualTo(4);
        assertThat(plan.variables().get(0).options())
                .extracting(each ->
                        ((Patch.Prices) each.scenarios().get(0).patches().get(0)).number())
                .containsExactly(800_000L, 1_200_000L, 1_600_000L, 2_000_000L);
        assertThat(read("id: m\nscenarios:\n  - {id: r, patch: {scale: {price: both}}, range: {from: 1, to: 2}}\n")
                        .variables()
                        .get(0)
                        .options())
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{scenario: lost-us, likelihood: 1.2}; likelihood; (1.2); percent",
                "{scenario: lost-us, likelihood: -0.1}; likelihood; (-0.1); percent",
                "{scenario: lost-us, likelihood: often}; likelihood; (often); unit",
                "{scenario: lost-us}; ''; needs a likelihood; likelihood: 0.1",
                "{scenario: lost-uss, likelihood: 0.1}; scenario; (lost-uss); lost-us",
                "{id: x, patch: {scale: {price: both, by: 2}}, range: {from: 1, to: 2}}; range; no patch leaves its number; by",
                "{id: x, patch: {scale: {price: both}}, range: {from: 2, to: 2}}; range; (2); two"
            })
    void a_fault_among_the_scenarios_is_named(String variable, String field, String what, String maybe) {
        var fault = fault("id: mine\ndraws: 10\nscenarios:\n  - %s\n".formatted(variable));

        assertThat(fault.file()).isEqualTo("sweep.yaml");
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.field()).isEqualTo("scenarios[0]" + (field.isEmpty() ? "" : "." + field));
        assertThat(fault.what()).contains(what);
        assertThat(fault.maybe()).contains(maybe);
    }

    @Test
    void a_grid_has_neither_noise_nor_likelihoods() {
        var noise = fault("id: mine\nscenarios:\n  - {scenario: lost-us}\nnoise: {prices: 0.2}\n");
        assertThat(noise.line()).isEqualTo(4);
        assertThat(noise.field()).isEqualTo("noise");
        assertThat(noise.maybe()).contains("draws");

        assertThat(fault("id: mine\nscenarios:\n  - {scenario: lost-us, likelihood: 0.1}\n")
                        .maybe())
                .contains("draws");
    }

    @Test
    void a_range_has_no_likelihood() {
        assertThat(fault(
                                "id: m\ndraws: 5\nscenarios:\n  - {id: r, patch: {scale: {price: both}}, range: {from: 1, to: 2}, likelihood: 0.5}\n")
                        .field())
                .isEqualTo("scenarios[0].likelihood");
    }

    @Test
    void what_is_patched_beside_a_named_scenario_is_refused_and_not_left_out() {
        assertThat(fault(
                                "id: m\ndraws: 5\nscenarios:\n  - {scenario: lost-us, patch: {asOf: 2027-01-01}, likelihood: 0.5}\n")
                        .field())
                .isEqualTo("scenarios[0].patch");
    }

    @Test
    void the_same_id_twice_is_refused() {
        var fault = fault("id: m\nscenarios:\n  - {scenario: lost-us}\n  - {scenario: lost-us}\n");

        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.what()).contains("(lost-us) stands twice");
    }

    @Test
    void a_grid_of_more_than_a_million_is_refused() {
        var ranges = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            ranges.append(
                    "  - {id: r%d, patch: {scale: {price: both}}, range: {from: 1, to: 2, steps: 100}}\n".formatted(i));
        }
        assertThat(fault("id: m\nscenarios:\n" + ranges).what()).contains("more than 1000000");
    }

    @Test
    void nothing_varied_is_refused() {
        assertThat(fault("id: m\ndraws: 5\nscenarios: []\n").what()).contains("0 scenarios");
        assertThat(read("id: m\ndraws: 5\nnoise: {prices: 0.1}\n").variables()).isEqualTo(List.of());
        assertThat(fault("id: m\ndraws: 5\nnoise: {prices: 1.5}\n").what()).contains("(1.5)");
        assertThat(fault("id: m\ndraws: 0\nscenarios:\n  - {scenario: lost-us}\n")
                        .field())
                .isEqualTo("draws");
    }
}
