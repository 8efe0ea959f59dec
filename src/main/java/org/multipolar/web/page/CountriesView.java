package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.IndexShown;

/** The country index as a table whose cells are tinted by strength. */
public record CountriesView(
        String title, String asOf, String digest, List<String> enablers, List<Row> rows, List<String> choices) {

    /** One unit. */
    public record Row(String unit, String name, String rank, String tier, List<Cell> cells) {}

    /** One score with its place and how many of its indicators are known. */
    public record Cell(String score, String detail, String tint) {}

    public static CountriesView of(IndexShown index) {
        var choices = new ArrayList<String>();
        index.choices().forEach((name, value) -> choices.add(name + ": " + value));
        return new CountriesView(
                index.title(),
                index.asOf(),
                index.digest(),
                index.enablers(),
                index.units().stream().map(unit -> row(unit, index.enablers())).toList(),
                choices);
    }

    private static Row row(IndexShown.UnitShown unit, List<String> enablers) {
        var cells = new ArrayList<Cell>();
        for (var enabler : enablers) {
            var shown = unit.enablers().get(enabler);
            cells.add(
                    shown == null
                            ? cell(null, "")
                            : cell(
                                    shown.score(),
                                    "%s%d of %d"
                                            .formatted(
                                                    shown.rank() == null ? "" : "#" + shown.rank() + ", ",
                                                    shown.have(),
                                                    shown.of())));
        }
        cells.add(cell(unit.making(), ""));
        cells.add(cell(unit.serving(), ""));
        cells.add(cell(unit.overall(), ""));
        return new Row(
                unit.unit(),
                unit.name(),
                unit.rank() == null
                        ? unit.memberOf() == null ? "\u2013" : "in " + unit.memberOf()
                        : unit.rank().toString(),
                unit.tier() == null ? "" : unit.tier(),
                cells);
    }

    private static Cell cell(@Nullable Double score, String detail) {
        return new Cell(Words.score(score), detail, tint(score));
    }

    /** {@return the class of one of six tints, the darkest for the strongest} */
    static String tint(@Nullable Double score) {
        return score == null
                ? "unknown"
                : String.format(Locale.ROOT, "tint-%d", Math.max(0, Math.min(5, (int) (score * 6))));
    }
}
