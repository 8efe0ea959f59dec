package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.enabler.Index;
import org.multipolar.explain.IndexShown;
import org.multipolar.explain.IndexShown.UnitShown;
import org.multipolar.web.language.Tongue;

/**
 * The country index as a table whose cells are tinted by strength.
 *
 * @param sure how sure the places are, or empty where that was not worked out
 */
public record CountriesView(
        Chosen chosen,
        List<Chosen.Tab> tabs,
        String sort,
        String finding,
        String sure,
        String asOf,
        String digest,
        List<Column> columns,
        List<Row> rows,
        MethodView method) {

    private static final String BACKWARDS = "-";

    /**
     * A column and the address that sorts by it, or the other way round where the table is sorted by it already.
     *
     * @param aria ascending, descending, or empty where the table is not sorted by it
     */
    public record Column(String key, String label, String href, String aria, boolean number) {}

    /** One unit. */
    public record Row(String href, String name, String rank, boolean member, String tier, List<Cell> cells) {}

    /** One score with its place and how many of its indicators are known. */
    public record Cell(String score, String bare, String detail, String tint) {}

    /**
     * {@return the page}
     *
     * @param sort key of a column, after a minus for the other way round; null sorts by rank
     */
    public static CountriesView of(Index index, IndexShown shown, Chosen chosen, @Nullable String sort, Tongue tongue) {
        var keys = keys(shown.enablers());
        var asked = sort == null || sort.isBlank() ? "rank" : sort;
        boolean backwards = asked.startsWith(BACKWARDS);
        var key = backwards ? asked.substring(1) : asked;
        if (!keys.contains(key)) {
            throw new BadInput(
                    "request",
                    0,
                    "sort",
                    "no column is called (%s).".formatted(key),
                    "it is one of " + keys + ", or one of them after a minus.");
        }
        var findings = new Findings(shown, tongue);
        return new CountriesView(
                chosen,
                chosen.tabs(tongue, "/countries"),
                asked,
                findings.leads(),
                findings.sure(),
                shown.asOf(),
                shown.digest(),
                keys.stream()
                        .map(each -> column(each, chosen, each.equals(key), backwards, tongue))
                        .toList(),
                sorted(shown, key, backwards, new Units(tongue)).stream()
                        .map(unit -> row(unit, shown.enablers(), chosen, tongue))
                        .toList(),
                MethodView.of(index, tongue));
    }

    private static List<String> keys(List<String> enablers) {
        var keys = new ArrayList<String>(List.of("rank", "country"));
        keys.addAll(enablers);
        keys.addAll(List.of("making", "serving", "overall", "tier"));
        return keys;
    }

    private static Column column(String key, Chosen chosen, boolean sorted, boolean backwards, Tongue tongue) {
        // Ranks and names begin with the lowest, scores with the highest.
        boolean upwards = key.equals("rank") || key.equals("country");
        var aria = !sorted ? "" : upwards != backwards ? "ascending" : "descending";
        return new Column(
                key,
                label(key, tongue),
                chosen.address("/countries", "sort", sorted && !backwards ? BACKWARDS + key : key),
                aria,
                !key.equals("rank") && !key.equals("country") && !key.equals("tier"));
    }

    private static String label(String key, Tongue tongue) {
        return switch (key) {
            case "rank" -> tongue.say("countries.rank");
            case "country" -> tongue.say("countries.country");
            case "tier" -> tongue.say("countries.tier");
            default -> new Units(tongue).score(key);
        };
    }

    private static List<UnitShown> sorted(IndexShown index, String key, boolean backwards, Units names) {
        var units = new ArrayList<>(index.units());
        if (key.equals("country")) {
            Comparator<UnitShown> byName = Comparator.comparing(unit -> names.name(unit.unit(), unit.name()));
            units.sort(backwards ? byName.reversed() : byName);
            return units;
        }
        // What is unknown stays last whichever way round.
        units.sort(Comparator.comparingDouble(unit -> {
            var value = value(unit, key);
            return value == null ? Double.POSITIVE_INFINITY : key.equals("rank") != backwards ? value : -value;
        }));
        return units;
    }

    private static @Nullable Double value(UnitShown unit, String key) {
        return switch (key) {
            case "rank" -> unit.rank() == null ? null : Double.valueOf(unit.rank());
            case "making" -> unit.making();
            case "serving" -> unit.serving();
            case "overall", "tier" -> unit.overall();
            default -> {
                var enabler = unit.enablers().get(key);
                yield enabler == null ? null : enabler.score();
            }
        };
    }

    private static Row row(UnitShown unit, List<String> enablers, Chosen chosen, Tongue tongue) {
        var figures = new Figures(tongue);
        var units = new Units(tongue);
        var cells = new ArrayList<Cell>();
        for (var enabler : enablers) {
            var shown = unit.enablers().get(enabler);
            cells.add(
                    shown == null
                            ? cell(null, "", figures)
                            : cell(
                                    shown.score(),
                                    shown.rank() == null
                                            ? tongue.say("countries.known-of", shown.have(), shown.of())
                                            : tongue.say(
                                                    "countries.ranked-known-of",
                                                    shown.rank(),
                                                    shown.have(),
                                                    shown.of()),
                                    figures));
        }
        cells.add(cell(unit.making(), "", figures));
        cells.add(cell(unit.serving(), "", figures));
        cells.add(cell(unit.overall(), "", figures));
        var bloc = unit.memberOf();
        var rank = unit.rank();
        boolean member = rank == null && bloc != null;
        return new Row(
                chosen.page(unit.unit()),
                units.name(unit.unit(), unit.name()),
                rank != null ? rank.toString() : bloc != null ? tongue.say("countries.in-bloc", bloc) : "\u2013",
                member,
                units.tier(unit.tier()),
                cells);
    }

    private static Cell cell(@Nullable Double score, String detail, Figures figures) {
        return new Cell(figures.score(score), Figures.bare(score), detail, tint(score));
    }

    /** {@return the class of one of six tints, the darkest for the strongest} */
    static String tint(@Nullable Double score) {
        return score == null
                ? "unknown"
                : String.format(Locale.ROOT, "tint-%d", Math.max(0, Math.min(5, (int) (score * 6))));
    }
}
