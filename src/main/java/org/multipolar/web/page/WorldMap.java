package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.language.Tongue;

/**
 * The country index as two maps: the world in equal areas, and equal squares in which small countries can be read too.
 *
 * <p>Decided: the bounds of the seven classes are round numbers and fixed for each score, narrow where most countries lie,
 * because bounds that follow the figures would let the same score change its colour from one year to the next.
 *
 * <p>Units without a shape, such as blocs, are left out; the table beside the maps has them.
 */
public final class WorldMap {

    /** Equal Earth around 11 degrees east on 2000 x 974, cut off south of Cape Horn and where there is only sea. */
    private static final String WORLD_VIEW = "70 0 1924 876";

    private static final int TILE = 50;
    private static final String NONE = "none";
    private static final String OUT = "out";

    private final Tongue tongue;
    private final Figures figures;

    WorldMap(Tongue tongue) {
        this.tongue = tongue;
        this.figures = new Figures(tongue);
    }

    /**
     * The classes of scores.
     *
     * @param bounds the lowest score of each class but the first, in hundredths
     */
    public record Classes(List<Integer> bounds) {

        private static final Classes OVERALL = new Classes(List.of(20, 25, 30, 35, 40, 60));
        private static final Classes MAKING = new Classes(List.of(10, 12, 15, 20, 30, 60));
        // Money, people and papers pile up in a few countries: even steps would show these and nothing else.
        private static final Classes STEEP = new Classes(List.of(1, 3, 10, 20, 40, 60));
        private static final Classes EVEN = new Classes(List.of(15, 30, 45, 60, 75, 90));

        public Classes {
            bounds = List.copyOf(bounds);
        }

        /** {@return the classes of an enabler, or of overall, making or serving} */
        public static Classes of(String score) {
            return switch (score) {
                case "overall" -> OVERALL;
                case "making" -> MAKING;
                case "capital", "talent", "ip" -> STEEP;
                default -> EVEN;
            };
        }

        /** {@return the number of the class of a score as it is printed, so that colour and figure never disagree} */
        int number(double score) {
            long hundredths = Math.round(Figures.rounded(score) * 100);
            return (int) bounds.stream().filter(bound -> hundredths >= bound).count();
        }

        String css(@Nullable Double score) {
            return score == null ? NONE : "t" + number(score);
        }

        /** {@return the lowest score of a class other than the first} */
        double lowest(int number) {
            return bounds.get(number - 1) / 100.0;
        }

        /** {@return the highest score of a class other than the last, as scores are printed} */
        double highest(int number) {
            return (bounds.get(number) - 1) / 100.0;
        }

        String words(int number, Tongue tongue) {
            var figures = new Figures(tongue);
            if (number == 0) {
                return tongue.say("countries.below", figures.score(lowest(1)));
            }
            var from = figures.score(lowest(number));
            if (number == bounds.size()) {
                return tongue.say("countries.and-more", from);
            }
            var to = figures.score(highest(number));
            return from.equals(to) ? from : figures.between(from, to);
        }
    }

    /**
     * A country to draw.
     *
     * @param score between 0 and 1, or null where unknown
     * @param place its rank in words, or empty
     * @param href page of the country
     */
    public record MapUnit(String code, String name, @Nullable Double score, String place, String href) {}

    /**
     * One country as it is drawn.
     *
     * @param label all of it in words
     * @param css {@code t0} to {@code t6} by score, {@code none} for an unknown score, {@code out} if not in the index
     * @param path outline on the world map, empty on the tile map
     * @param x left side on the tile map, 0 on the world map
     * @param score as printed into a tile, empty if not in the index
     * @param href page of the country, empty if not in the index
     */
    public record Mark(
            String code, String name, String label, String css, String path, int x, int y, String score, String href) {}

    /** One line of the legend. */
    public record Key(String css, String words) {}

    /** One map. */
    public record Drawing(String viewBox, List<Mark> marks, Classes classes, Tongue tongue) {

        /** {@return the legend: all classes of scores, and of the other two those that occur} */
        public List<Key> legend() {
            var scores = Stream.iterate(0, each -> each + 1)
                    .limit(classes.bounds().size() + 1)
                    .map(each -> new Key("t" + each, classes.words(each, tongue)));
            var others = Stream.of(
                            new Key(NONE, tongue.say("countries.unknown")),
                            new Key(OUT, tongue.say("countries.not-in-index")))
                    .filter(key -> marks.stream().anyMatch(mark -> mark.css().equals(key.css())));
            return Stream.concat(scores, others).toList();
        }
    }

    /** {@return the world map with these countries coloured and all others pale} */
    public Drawing world(List<MapUnit> units, Classes classes) {
        var indexed = byCode(units);
        var pale = new ArrayList<Mark>();
        var coloured = new ArrayList<Mark>();
        for (var shape : MapShapes.OUTLINES) {
            var unit = indexed.get(shape.code());
            // The coloured ones are drawn last, so that no border of a pale neighbour covers theirs.
            (unit == null ? pale : coloured).add(mark(shape.code(), unit, classes, shape.path(), 0, 0));
        }
        pale.addAll(coloured);
        return new Drawing(WORLD_VIEW, List.copyOf(pale), classes, tongue);
    }

    /** {@return the tile map of these countries and of the others that have a tile} */
    public Drawing tiles(List<MapUnit> units, Classes classes) {
        var indexed = byCode(units);
        int columns = 0;
        int rows = 0;
        var marks = new ArrayList<Mark>();
        for (var tile : MapShapes.TILES) {
            columns = Math.max(columns, tile.column() + 1);
            rows = Math.max(rows, tile.row() + 1);
            marks.add(
                    mark(tile.code(), indexed.get(tile.code()), classes, "", tile.column() * TILE, tile.row() * TILE));
        }
        return new Drawing("0 0 %d %d".formatted(columns * TILE, rows * TILE), List.copyOf(marks), classes, tongue);
    }

    private static Map<String, MapUnit> byCode(List<MapUnit> units) {
        var byCode = new HashMap<String, MapUnit>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        return byCode;
    }

    private Mark mark(String code, @Nullable MapUnit unit, Classes classes, String path, int x, int y) {
        if (unit == null) {
            var name = tongue.country(code).orElse(code);
            return new Mark(code, name, tongue.say("countries.named-not-in-index", name), OUT, path, x, y, "", "");
        }
        var score = unit.score();
        return new Mark(
                code,
                unit.name(),
                label(unit),
                classes.css(score),
                path,
                x,
                y,
                score == null ? "?" : figures.score(score),
                unit.href());
    }

    private String label(MapUnit unit) {
        var score = figures.score(unit.score());
        return unit.score() == null || unit.place().isEmpty()
                ? tongue.say("countries.named-score", unit.name(), score)
                : tongue.say("countries.named-score-place", unit.name(), score, unit.place());
    }
}
