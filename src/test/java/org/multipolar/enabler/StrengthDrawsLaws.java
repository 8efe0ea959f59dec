package org.multipolar.enabler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;

/** The strengths of single draws are those that the intervals of an index were made of. */
class StrengthDrawsLaws {

    private static final Index INDEX = World.known(Shipped.snapshot().indexes(), "published");

    @Test
    void the_draws_of_the_own_seed_have_the_quantiles_of_the_intervals() {
        var intervals = INDEX.intervals();
        var draws = new StrengthDraws(INDEX, intervals.seed());
        var rows = IntStream.range(0, intervals.draws()).mapToObj(draws::at).toList();
        for (var country : List.of("US", "CN", "DE", "AE")) {
            var making = rows.stream()
                    .map(row -> row.making(country, false))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            var interval = World.known(World.known(intervals.units(), country).scores(), Uncertainty.MAKING);

            assertThat(making[making.length / 2]).isEqualTo(interval.median(), Offset.offset(0.002));
            assertThat(making[making.length / 20]).isEqualTo(interval.low(), Offset.offset(0.002));
            assertThat(making[making.length - 1 - making.length / 20]).isEqualTo(interval.high(), Offset.offset(0.002));
        }
    }
}
