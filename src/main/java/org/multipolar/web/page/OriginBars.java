package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.multipolar.whatif.Side;
import org.multipolar.whatif.WhatIf;

/**
 * By where the weights were made: the mix as it is, held, failed over and planned anew, as bars and as a table.
 *
 * @param height of the picture
 */
public record OriginBars(List<Bar> bars, List<Line> lines, int height) {

    private static final int STEP = 58;
    private static final long WHOLE = 10_000;
    private static final long WIDE_ENOUGH = 900;

    /**
     * One bar.
     *
     * @param none why there is no bar, or empty
     */
    public record Bar(String name, int top, List<Piece> pieces, String none) {}

    /**
     * A part of a bar.
     *
     * @param at where it begins, and how wide it is, in percent of the bar
     * @param label printed into it; empty where it is too narrow
     */
    public record Piece(String at, String width, String colour, boolean open, String label, String title) {}

    /** One origin of the table, and its part of the volume in each bar. */
    public record Line(String origin, List<String> parts) {}

    static OriginBars of(WhatIf answer, Words words) {
        var sides = new LinkedHashMap<String, Side>();
        sides.put("As it is", answer.baseline());
        sides.put("Held", answer.hold());
        sides.put("Failed over", answer.failOver());
        sides.put("Planned anew", answer.rePlan());
        var bars = new ArrayList<Bar>();
        sides.forEach((name, side) -> bars.add(new Bar(
                name,
                bars.size() * STEP,
                pieces(side, words),
                side.stands() ? "" : side.outcome().equals("unproven") ? "search came to no end" : "no mix")));
        return new OriginBars(bars, lines(sides, words), bars.size() * STEP);
    }

    private static List<Piece> pieces(Side side, Words words) {
        var pieces = new ArrayList<Piece>();
        long at = 0;
        for (var origin : side.origins().entrySet()) {
            long open = side.openOrigins().getOrDefault(origin.getKey(), 0L);
            at = piece(pieces, at, origin.getKey(), origin.getValue() - open, false, words);
            at = piece(pieces, at, origin.getKey(), open, true, words);
        }
        return pieces;
    }

    private static long piece(List<Piece> pieces, long at, String origin, long part, boolean open, Words words) {
        if (part <= 0) {
            return at;
        }
        // Parts are rounded one by one; the last must not stand out.
        long width = Math.min(part, WHOLE - at);
        pieces.add(new Piece(
                Numbers.across(at / 100.0),
                Numbers.across(width / 100.0),
                Segment.colour(origin),
                open,
                width < WIDE_ENOUGH ? "" : "%s %d%%".formatted(origin, (part + 50) / 100),
                "%s, %s: %s of the volume"
                        .formatted(words.country(origin), open ? "open weights" : "closed", Words.percent(part))));
        return at + width;
    }

    private static List<Line> lines(Map<String, Side> sides, Words words) {
        var origins = new TreeSet<String>();
        sides.values().forEach(side -> origins.addAll(side.origins().keySet()));
        var lines = new ArrayList<Line>();
        origins.stream()
                .sorted(Comparator.comparing(words::country))
                .forEach(origin -> lines.add(new Line(
                        words.country(origin),
                        sides.values().stream().map(side -> part(side, origin)).toList())));
        lines.add(new Line(
                "not served",
                sides.values().stream()
                        .map(side -> side.stands() ? Words.percent(WHOLE - side.capacity()) : "no mix")
                        .toList()));
        return lines;
    }

    private static String part(Side side, String origin) {
        if (!side.stands()) {
            return "no mix";
        }
        long part = side.origins().getOrDefault(origin, 0L);
        long open = side.openOrigins().getOrDefault(origin, 0L);
        return part == 0
                ? "none"
                : Words.percent(part)
                        + (open == 0 ? "" : open == part ? ", open" : ", " + Words.percent(open) + " open");
    }
}
