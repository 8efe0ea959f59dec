package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.multipolar.web.language.Tongue;
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
     * @param title above it, in the picture: its name, and why there is no bar where there is none
     */
    public record Bar(String name, String title, int top, List<Piece> pieces) {}

    /**
     * A part of a bar.
     *
     * @param at where it begins, and how wide it is, in percent of the bar
     * @param label printed into it; empty where it is too narrow
     */
    public record Piece(String at, String width, String colour, boolean open, String label, String title) {}

    /** One origin of the table, and its part of the volume in each bar. */
    public record Line(String origin, List<Figure> parts) {}

    static OriginBars of(WhatIf answer, Words words) {
        var sides = new LinkedHashMap<String, Side>();
        sides.put("what-if.as-it-is", answer.baseline());
        sides.put("what-if.held", answer.hold());
        sides.put("what-if.failed-over", answer.failOver());
        sides.put("what-if.planned-anew", answer.rePlan());
        var bars = new ArrayList<Bar>();
        sides.forEach((way, side) -> bars.add(bar(way, side, bars.size() * STEP, words)));
        return new OriginBars(bars, lines(sides, words), bars.size() * STEP);
    }

    private static Bar bar(String way, Side side, int top, Words words) {
        var tongue = words.tongue();
        var name = tongue.say(way);
        var title = side.stands() ? name : tongue.say("what-if.bar-none", name, none(side, tongue));
        return new Bar(name, title, top, pieces(side, words));
    }

    private static String none(Side side, Tongue tongue) {
        return tongue.say(side.outcome().equals("unproven") ? "what-if.search-open" : "what-if.no-mix");
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
        var tongue = words.tongue();
        pieces.add(new Piece(
                Numbers.across(at / 100.0),
                Numbers.across(width / 100.0),
                Segment.colour(origin),
                open,
                width < WIDE_ENOUGH ? "" : origin + " " + tongue.percent((part + 50) / 100),
                tongue.say(
                        open ? "what-if.piece-open" : "what-if.piece-closed",
                        words.country(origin),
                        tongue.tenThousandths(part))));
        return at + width;
    }

    private static List<Line> lines(Map<String, Side> sides, Words words) {
        var tongue = words.tongue();
        var origins = new TreeSet<String>();
        sides.values().forEach(side -> origins.addAll(side.origins().keySet()));
        var lines = new ArrayList<Line>();
        origins.stream()
                .sorted(Comparator.comparing(words::country))
                .forEach(origin -> lines.add(new Line(
                        words.country(origin),
                        sides.values().stream()
                                .map(side -> part(side, origin, tongue))
                                .toList())));
        lines.add(new Line(
                tongue.say("what-if.not-served"),
                sides.values().stream()
                        .map(side -> side.stands()
                                ? Figure.parts(WHOLE - side.capacity(), tongue)
                                : Figure.words(none(side, tongue)))
                        .toList()));
        return lines;
    }

    private static Figure part(Side side, String origin, Tongue tongue) {
        if (!side.stands()) {
            return Figure.words(none(side, tongue));
        }
        long part = side.origins().getOrDefault(origin, 0L);
        long open = side.openOrigins().getOrDefault(origin, 0L);
        var plain = Figure.parts(part, tongue);
        if (part == 0) {
            return new Figure(plain.bare(), tongue.say("what-if.part-none"));
        }
        if (open == 0) {
            return plain;
        }
        return new Figure(
                plain.bare(),
                open == part
                        ? tongue.say("what-if.part-all-open", plain.shown())
                        : tongue.say("what-if.part-open", plain.shown(), tongue.tenThousandths(open)));
    }
}
