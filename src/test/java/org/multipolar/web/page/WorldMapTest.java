package org.multipolar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.read.CsvTable;
import org.multipolar.web.language.Tongue;
import org.multipolar.web.page.WorldMap.Classes;
import org.multipolar.web.page.WorldMap.Drawing;
import org.multipolar.web.page.WorldMap.MapUnit;
import org.multipolar.web.page.WorldMap.Mark;

class WorldMapTest {

    private static final MapUnit JAPAN = unit("JP", "Japan", 0.343, "rank 15");
    private static final MapUnit GERMANY = unit("DE", "Germany", 0.34, "in EU");
    private static final MapUnit KUWAIT = unit("KW", "Kuwait", null, "");
    private static final MapUnit BLOC = unit("EU", "European Union (27)", 0.46, "rank 3");
    private static final List<MapUnit> UNITS = List.of(JAPAN, GERMANY, KUWAIT, BLOC);
    private static final WorldMap MAP = new WorldMap(Tongue.ENGLISH);
    private static final Classes OVERALL = Classes.of("overall");

    private static MapUnit unit(String code, String name, @Nullable Double score, String place) {
        return new MapUnit(code, name, score, place, "/countries/" + code);
    }

    @Test
    void every_country_of_the_profiles_has_a_shape_and_a_tile() throws IOException {
        var file = Path.of("profiles/countries/countries.csv");
        var codes = CsvTable.readAny(file.toString(), Files.readAllBytes(file)).rows().stream()
                .map(row -> row.text("code"))
                .filter(code -> !code.equals("EU"))
                .toList();

        assertThat(MapShapes.OUTLINES).extracting(MapShapes.Outline::code).containsAll(codes);
        assertThat(MapShapes.TILES).extracting(MapShapes.Tile::code).containsAll(codes);
    }

    @Test
    void no_country_is_drawn_twice_and_no_two_tiles_lie_on_each_other() {
        assertThat(MapShapes.OUTLINES).extracting(MapShapes.Outline::code).doesNotHaveDuplicates();
        assertThat(MapShapes.TILES).extracting(MapShapes.Tile::code).doesNotHaveDuplicates();
        assertThat(MapShapes.TILES)
                .extracting(tile -> List.of(tile.column(), tile.row()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_shape_is_a_closed_path_of_whole_numbers() {
        assertThat(MapShapes.OUTLINES)
                .allSatisfy(shape -> assertThat(shape.path()).matches("(M\\d+ \\d+[la][-\\d a]+z)+"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, t0",
        "0.194, t0",
        "0.195, t1",
        "0.2, t1",
        "0.25, t2",
        "0.343, t3",
        "0.36, t4",
        "0.41, t5",
        "0.5999, t6",
        "0.816, t6",
        "1, t6"
    })
    void a_score_has_the_class_of_its_printed_figure(double score, String css) {
        assertThat(OVERALL.css(score)).isEqualTo(css);
    }

    @Test
    void an_unknown_score_is_hatched_and_not_zero() {
        for (var drawing : List.of(MAP.world(UNITS, OVERALL), MAP.tiles(UNITS, OVERALL))) {
            var kuwait = mark(drawing, "KW");
            assertThat(kuwait.css()).isEqualTo("none");
            assertThat(kuwait.score()).isEqualTo("?");
            assertThat(kuwait.label()).isEqualTo("Kuwait: unknown");
            assertThat(kuwait.href()).isEqualTo("/countries/KW");
        }
    }

    @Test
    void a_label_says_score_and_rank() {
        var world = MAP.world(UNITS, OVERALL);

        assertThat(mark(world, "JP").label()).isEqualTo("Japan: 0.34, rank 15");
        assertThat(mark(world, "DE").label()).isEqualTo("Germany: 0.34, in EU");
    }

    @Test
    void countries_outside_the_index_are_pale_and_lead_nowhere() {
        var world = MAP.world(UNITS, OVERALL);
        var mongolia = mark(world, "MN");

        assertThat(mongolia.css()).isEqualTo("out");
        assertThat(mongolia.label()).isEqualTo("Mongolia: not in the index");
        assertThat(mongolia.href()).isEmpty();
        assertThat(world.marks().subList(world.marks().size() - 3, world.marks().size()))
                .extracting(Mark::code)
                .containsExactlyInAnyOrder("JP", "DE", "KW");
    }

    @Test
    void a_bloc_has_no_shape() {
        assertThat(MAP.world(UNITS, OVERALL).marks()).extracting(Mark::code).doesNotContain("EU");
        assertThat(MAP.tiles(UNITS, OVERALL).marks()).extracting(Mark::code).doesNotContain("EU");
    }

    @Test
    void the_legend_says_the_bounds_and_only_what_occurs() {
        assertThat(MAP.world(UNITS, OVERALL).legend())
                .extracting(WorldMap.Key::words)
                .containsExactly(
                        "below 0.20",
                        "0.20 to 0.24",
                        "0.25 to 0.29",
                        "0.30 to 0.34",
                        "0.35 to 0.39",
                        "0.40 to 0.59",
                        "0.60 and more",
                        "unknown",
                        "not in the index");
        assertThat(new Drawing("0 0 1 1", List.of(), OVERALL, Tongue.ENGLISH).legend())
                .hasSize(7);
    }

    @Test
    void the_classes_of_an_enabler_show_where_its_countries_lie() {
        assertThat(Classes.of("capital").css(0.005)).isEqualTo("t1");
        assertThat(Classes.of("capital").css(0.004)).isEqualTo("t0");
        assertThat(Classes.of("energy").css(0.004)).isEqualTo("t0");
        assertThat(Classes.of("energy").css(0.9)).isEqualTo("t6");
        assertThat(MAP.tiles(UNITS, Classes.of("capital")).legend())
                .extracting(WorldMap.Key::words)
                .startsWith("below 0.01", "0.01 to 0.02", "0.03 to 0.09");
    }

    private static Mark mark(Drawing drawing, String code) {
        return drawing.marks().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
