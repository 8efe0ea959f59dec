package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Demand;

/** Weights of demands are whole thousandths of which none is lost. */
class WeightsTest {

    @Test
    void volumes_are_shared_out_and_what_is_left_goes_to_the_first_of_equals() {
        assertThat(Weights.of(demands(List.of("c", "a", "b"), 7, 7, 7)))
                .isEqualTo(Map.of("a", 334, "b", 333, "c", 333));
    }

    /** A third and two thirds: 333.3 and 666.6, of which the second has more left over. */
    @Test
    void what_is_left_goes_to_the_largest_remainder() {
        assertThat(Weights.of(demands(List.of("a", "b"), 10, 20))).isEqualTo(Map.of("a", 333, "b", 667));
    }

    @Test
    void stated_weights_count_and_not_volumes() {
        var demands = demands(List.of("a", "b"), 10, 20);
        var stated = List.of(demands.get(0).sized(10, 0, 3), demands.get(1).sized(20, 0, 1));

        assertThat(Weights.of(stated)).isEqualTo(Map.of("a", 750, "b", 250));
    }

    @Test
    void weights_that_only_some_demands_state_do_not_count() {
        var demands = demands(List.of("a", "b"), 10, 30);
        var stated = List.of(demands.get(0).sized(10, 0, 3), demands.get(1));

        assertThat(Weights.of(stated)).isEqualTo(Map.of("a", 250, "b", 750));
    }

    private static List<Demand> demands(List<String> ids, long... mtok) {
        var demands = new ArrayList<Demand>();
        for (int i = 0; i < mtok.length; i++) {
            demands.addAll(
                    new SmallQuestion().demand(ids.get(i), mtok[i]).demands.values());
        }
        return demands;
    }
}
