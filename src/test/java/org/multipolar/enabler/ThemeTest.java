package org.multipolar.enabler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.YamlNode;

/** Questions that two countries are compared on, as a file states them. */
class ThemeTest {

    private static final String GOOD =
            """
            themes:
              - {theme: chips, title: Who has chips, indicators: [gpus, halls]}
              - {theme: power, title: Who has power, indicators: [halls]}
            """;

    @Test
    void themes_are_read_in_their_order() {
        assertThat(read(GOOD))
                .containsExactly(
                        new Theme("chips", "Who has chips", List.of("gpus", "halls")),
                        new Theme("power", "Who has power", List.of("halls")));
    }

    @Test
    void what_nobody_knows_is_refused() {
        for (var bad : List.of(
                GOOD.replace("[halls]", "[hals]"),
                GOOD.replace("title: Who has power", "title: Who has power, titel: x"),
                GOOD.replace("themes:", "theme: x\nthemes:"))) {
            assertThatThrownBy(() -> read(bad)).as(bad).isInstanceOf(BadInput.class);
        }
    }

    private static List<Theme> read(String text) {
        var known = new SmallWorld()
                .indicator("gpus", "compute")
                .indicator("halls", "energy")
                .world()
                .indicators();
        return Theme.read(YamlNode.read("themes.yaml", text.getBytes(StandardCharsets.UTF_8)), known);
    }
}
