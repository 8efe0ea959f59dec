package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.explain.IndexShown;
import org.multipolar.explain.IndexShown.UnitShown;
import org.multipolar.web.language.Tongue;

/** The country index as a map of the world or of tiles, with the same figures in a table. */
public record MapView(
        Chosen chosen,
        List<Chosen.Tab> tabs,
        List<Option> measures,
        String measure,
        boolean tiles,
        String otherHref,
        String label,
        String finding,
        WorldMap.Drawing drawing,
        List<Row> rows) {

    /** One unit. */
    public record Row(String href, String name, String place, String score, String bare) {}

    private static final int NAMED = 3;

    /** A unit with the score that is shown, and its place in words. */
    private record Shown(UnitShown unit, @Nullable Double score, String place) {}

    public static MapView of(
            IndexShown index, Chosen chosen, @Nullable String of, @Nullable String show, Tongue tongue) {
        var names = new Units(tongue);
        var figures = new Figures(tongue);
        var measures = new ArrayList<String>(List.of("overall", "making", "serving"));
        measures.addAll(index.enablers());
        var measure = oneOf("of", of, measures);
        boolean tiles = oneOf("show", show, List.of("map", "tiles")).equals("tiles");
        var units = index.units().stream()
                .map(unit -> shown(unit, measure, tongue))
                .sorted(Comparator.comparingDouble((Shown each) -> each.score() == null ? 1 : -each.score()))
                .toList();
        var drawn = units.stream()
                .map(each -> new WorldMap.MapUnit(
                        each.unit().unit(),
                        names.name(each.unit().unit(), each.unit().name()),
                        each.score(),
                        each.place(),
                        chosen.page(each.unit().unit())))
                .toList();
        var classes = WorldMap.Classes.of(measure);
        return new MapView(
                chosen,
                chosen.tabs(tongue, "/countries/map"),
                measures.stream()
                        .map(each -> new Option(each, names.score(each), each.equals(measure)))
                        .toList(),
                names.score(measure),
                tiles,
                chosen.address("/countries/map", "of", measure, "show", tiles ? "map" : "tiles"),
                tongue.say("countries.map-label", names.score(measure)),
                finding(units, measure, classes, tongue),
                tiles ? new WorldMap(tongue).tiles(drawn, classes) : new WorldMap(tongue).world(drawn, classes),
                units.stream()
                        .map(each -> new Row(
                                chosen.page(each.unit().unit()),
                                names.name(each.unit().unit(), each.unit().name()),
                                each.place(),
                                figures.score(each.score()),
                                Figures.bare(each.score())))
                        .toList());
    }

    private static String oneOf(String field, @Nullable String value, List<String> known) {
        if (value == null || value.isBlank()) {
            return known.get(0);
        }
        if (!known.contains(value)) {
            throw new BadInput(
                    "request",
                    0,
                    field,
                    "nothing here is called (%s).".formatted(value),
                    "it is one of " + known + ".");
        }
        return value;
    }

    private static Shown shown(UnitShown unit, String measure, Tongue tongue) {
        return switch (measure) {
            case "overall" -> new Shown(unit, unit.overall(), place(unit, unit.rank(), tongue));
            case "making" -> new Shown(unit, unit.making(), place(unit, null, tongue));
            case "serving" -> new Shown(unit, unit.serving(), place(unit, null, tongue));
            default -> {
                var enabler = unit.enablers().get(measure);
                yield enabler == null
                        ? new Shown(unit, null, "")
                        : new Shown(unit, enabler.score(), place(unit, enabler.rank(), tongue));
            }
        };
    }

    private static String place(UnitShown unit, @Nullable Integer rank, Tongue tongue) {
        var bloc = unit.memberOf();
        return rank != null
                ? tongue.say("countries.rank-is", rank)
                : bloc == null ? "" : tongue.say("countries.in-bloc", bloc);
    }

    private static String finding(List<Shown> units, String measure, WorldMap.Classes classes, Tongue tongue) {
        var names = new Units(tongue);
        var figures = new Figures(tongue);
        var leaders = units.stream()
                .filter(each -> each.unit().memberOf() == null && each.score() != null)
                .limit(NAMED)
                .map(each -> tongue.say(
                        "countries.with-score",
                        names.the(each.unit().unit(), each.unit().name()),
                        figures.score(each.score())))
                .toList();
        if (leaders.isEmpty()) {
            return tongue.say("countries.map-none", names.score(measure));
        }
        long known = units.stream().filter(each -> each.score() != null).count();
        int strong = classes.css(Objects.requireNonNull(units.get(0).score())).equals("t6") ? 6 : 5;
        long above = units.stream()
                .filter(each -> each.score() != null && classes.number(each.score()) >= strong)
                .count();
        var lowest = figures.score(classes.lowest(strong));
        return measure.equals("overall")
                ? tongue.say("countries.map-overall", tongue.list(leaders), above, known, lowest)
                : tongue.say("countries.map-in", names.score(measure), tongue.list(leaders), above, known, lowest);
    }
}
