package org.multipolar.enabler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;

/** One draw of strengths, taken again. */
class StrengthDrawsTest {

    private static final Index INDEX = World.known(Shipped.snapshot().indexes(), "published");

    @Test
    void a_draw_depends_on_seed_and_number_alone() {
        var one = new StrengthDraws(INDEX, 7);
        var other = new StrengthDraws(INDEX, 7);
        var first = one.at(3).serving("DE");
        one.at(4);

        assertThat(one.at(3).serving("DE"))
                .isNotNull()
                .isEqualTo(first)
                .isEqualTo(other.at(3).serving("DE"));
        assertThat(one.at(4).serving("DE")).isNotEqualTo(first);
        assertThat(new StrengthDraws(INDEX, 8).at(3).serving("DE")).isNotEqualTo(first);
    }
}
