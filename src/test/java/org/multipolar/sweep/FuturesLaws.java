package org.multipolar.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.advice.Redraw.Noise;
import org.multipolar.catalog.Scenario;
import org.multipolar.sweep.SweepPlan.Option;
import org.multipolar.sweep.SweepPlan.Variable;

/** Which futures there are is settled by seed and number alone. */
class FuturesLaws {

    private static Variable event(String id, long likelihood) {
        return new Variable(
                id,
                id,
                true,
                likelihood,
                "",
                List.of(new Option("as is", List.of()), new Option(id, List.of(scenario(id)))));
    }

    private static Variable range(String id, int steps) {
        return new Variable(
                id,
                id,
                false,
                0,
                "",
                IntStream.range(0, steps)
                        .mapToObj(step -> new Option(id + step, List.of(scenario(id))))
                        .toList());
    }

    private static Scenario scenario(String id) {
        return new Scenario(id, id, "", Scenario.Kind.EVENT, null, null, null, List.of(), List.of(), id);
    }

    private static SweepPlan plan(int draws, long seed, Variable... variables) {
        return new SweepPlan("p", "p", "", draws, seed, List.of(variables), Noise.NONE, List.of(), "digest");
    }

    private static List<List<Integer>> all(Futures futures) {
        return IntStream.range(0, futures.drawn())
                .mapToObj(number -> futures.at(number).options())
                .toList();
    }

    @Test
    void a_future_depends_on_seed_and_number_alone() {
        var variables = new Variable[] {event("a", 300_000), range("b", 5), event("c", 500_000)};
        var futures = new Futures(plan(500, 3, variables));
        var inOrder = all(futures);
        var shuffled = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
        Collections.shuffle(shuffled, new Random(1));

        shuffled.forEach(number -> assertThat(futures.at(number).options()).isEqualTo(inOrder.get(number)));
        assertThat(all(new Futures(plan(2_000, 3, variables))).subList(0, 500)).isEqualTo(inOrder);
        assertThat(all(new Futures(plan(500, 4, variables)))).isNotEqualTo(inOrder);
    }

    @Test
    void what_a_variable_does_is_its_own_whatever_varies_beside_it() {
        var alone = all(new Futures(plan(500, 3, event("c", 500_000))));
        var beside = all(new Futures(plan(500, 3, event("a", 300_000), range("b", 5), event("c", 500_000))));

        assertThat(beside.stream().map(each -> each.get(2)).toList())
                .isEqualTo(alone.stream().map(each -> each.get(0)).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000, 100_000, 333_333, 500_000, 900_000, 999_999, 1_000_000})
    void an_event_happens_as_often_as_it_is_likely(long likelihood) {
        int draws = 40_000;
        double part = likelihood / 1_000_000.0;
        double sigma = Math.sqrt(draws * part * (1 - part));
        for (long seed = 1; seed <= 3; seed++) {
            long happened = all(new Futures(plan(draws, seed, event("a", likelihood)))).stream()
                    .filter(each -> each.get(0) == 1)
                    .count();

            assertThat(Math.abs(happened - draws * part)).as("seed %d", seed).isLessThanOrEqualTo(5 * sigma);
        }
    }

    @Test
    void two_events_are_independent_and_the_steps_of_a_range_are_as_likely() {
        int draws = 40_000;
        var futures = all(new Futures(plan(draws, 9, event("a", 200_000), event("b", 500_000), range("c", 4))));
        long both = futures.stream()
                .filter(each -> each.get(0) == 1 && each.get(1) == 1)
                .count();

        assertThat(Math.abs(both - 0.1 * draws)).isLessThan(5 * Math.sqrt(draws * 0.1 * 0.9));
        for (int step = 0; step < 4; step++) {
            int at = step;
            long taken = futures.stream().filter(each -> each.get(2) == at).count();
            assertThat(Math.abs(taken - 0.25 * draws)).isLessThan(5 * Math.sqrt(draws * 0.25 * 0.75));
        }
    }

    @Test
    void a_grid_holds_every_combination_once() {
        var futures = new Futures(plan(0, 1, event("a", 0), range("b", 3), event("c", 0), range("d", 5)));
        var all = all(futures);

        assertThat(futures.drawn()).isEqualTo(2 * 3 * 2 * 5);
        assertThat(new HashSet<>(all)).hasSize(60);
        assertThat(all).allMatch(each -> each.get(0) < 2 && each.get(1) < 3 && each.get(2) < 2 && each.get(3) < 5);
    }

    @Test
    void after_the_grid_comes_nothing_varied_and_then_each_thing_alone() {
        var futures = new Futures(plan(0, 1, event("a", 0), range("b", 3)));

        assertThat(futures.at(futures.asThingsAre()).options()).containsExactly(Futures.AS_IS, Futures.AS_IS);
        assertThat(futures.at(futures.asThingsAre() + 1).options()).containsExactly(1, Futures.AS_IS);
        assertThat(futures.at(futures.asThingsAre() + 2).options()).containsExactly(Futures.AS_IS, 0);
        assertThat(futures.at(futures.asThingsAre() + 3).options()).containsExactly(Futures.AS_IS, 2);
        assertThat(futures.all()).isEqualTo(6 + 4);
        assertThat(futures.chunks()).isEqualTo(2);
        assertThat(futures.alone())
                .extracting(Futures.Alone::variable, Futures.Alone::from, Futures.Alone::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", 7, 1), org.assertj.core.groups.Tuple.tuple("b", 8, 2));
    }
}
