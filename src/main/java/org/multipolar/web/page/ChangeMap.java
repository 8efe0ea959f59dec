package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.multipolar.web.language.Tongue;
import org.multipolar.whatif.Side;
import org.multipolar.whatif.WhatIf;

/**
 * Where the volume is made and where it is served, and what changes of it, as two maps and a table.
 *
 * @param against what the mix as it is is compared with, in a sentence
 */
public record ChangeMap(String against, List<Drawing> drawings, List<Line> lines) {

    /** One map: only countries that have or had a part are drawn on the pale world. */
    public record Drawing(String id, String title, String finding, List<Mark> marks) {}

    /** A country; what becomes of its part is told by fill and by words. */
    public record Mark(String code, String css, String fill, String label) {}

    /**
     * One row of the table.
     *
     * @param same whether nothing changes
     */
    public record Line(String name, String made, String served, boolean same) {}

    /** What becomes of a part, and how it is drawn. */
    enum Change {
        SAME("same", ""),
        MORE("more", ""),
        NEW("new", ""),
        LESS("less", "url(#less)"),
        GONE("gone", "url(#gone)");

        private final String css;
        private final String fill;

        Change(String css, String fill) {
            this.css = css;
            this.fill = fill;
        }

        static Change of(long old, long now) {
            if (old == now) {
                return SAME;
            }
            if (old == 0) {
                return NEW;
            }
            return now == 0 ? GONE : now > old ? MORE : LESS;
        }
    }

    /** A country's outline, by its code. */
    public record Shape(String code, String path) {}

    static final List<Shape> SHAPES = MapShapes.OUTLINES.stream()
            .map(each -> new Shape(each.code(), each.path()))
            .toList();

    static ChangeMap of(WhatIf answer, String id, Words words) {
        boolean planned = answer.rePlan().stands();
        var old = answer.baseline();
        var now = planned ? answer.rePlan() : answer.hold();
        var tongue = words.tongue();
        return new ChangeMap(
                tongue.say(planned ? "what-if.map-planned" : "what-if.map-held"),
                List.of(
                        drawing(id + "-made", tongue.say("what-if.map-made"), old.origins(), now.origins(), words),
                        drawing(id + "-served", tongue.say("what-if.map-served"), old.places(), now.places(), words)),
                lines(old, now, words));
    }

    private static Drawing drawing(String id, String title, Map<String, Long> old, Map<String, Long> now, Words words) {
        var marks = new ArrayList<Mark>();
        for (var shape : SHAPES) {
            long was = old.getOrDefault(shape.code(), 0L);
            long is = now.getOrDefault(shape.code(), 0L);
            if (was > 0 || is > 0) {
                var change = Change.of(was, is);
                var tongue = words.tongue();
                marks.add(new Mark(
                        shape.code(),
                        "m-" + change.css,
                        change.fill,
                        tongue.say("what-if.mark", words.country(shape.code()), moved(was, is, tongue))));
            }
        }
        return new Drawing(id, title, finding(old, now, words), marks);
    }

    private static String finding(Map<String, Long> old, Map<String, Long> now, Words words) {
        var tongue = words.tongue();
        var gone = only(old, now, words);
        var fresh = only(now, old, words);
        if (gone.isEmpty()) {
            return fresh.isEmpty()
                    ? tongue.say("what-if.places-same")
                    : tongue.say("what-if.places-new", tongue.list(fresh));
        }
        return fresh.isEmpty()
                ? tongue.say("what-if.places-gone", tongue.list(gone))
                : tongue.say("what-if.places-gone-new", tongue.list(gone), tongue.list(fresh));
    }

    private static List<String> only(Map<String, Long> here, Map<String, Long> there, Words words) {
        return here.keySet().stream()
                .filter(each -> !there.containsKey(each))
                .map(words::country)
                .toList();
    }

    private static List<Line> lines(Side old, Side now, Words words) {
        var codes = new LinkedHashSet<String>();
        List.of(old, now).forEach(side -> {
            codes.addAll(side.origins().keySet());
            codes.addAll(side.places().keySet());
        });
        return codes.stream()
                .map(code -> new Line(
                        words.place(code),
                        cell(old.origins(), now.origins(), code, words.tongue()),
                        cell(old.places(), now.places(), code, words.tongue()),
                        same(old.origins(), now.origins(), code) && same(old.places(), now.places(), code)))
                .sorted(Comparator.comparing(Line::same).thenComparing(Line::name))
                .toList();
    }

    private static boolean same(Map<String, Long> old, Map<String, Long> now, String code) {
        return old.getOrDefault(code, 0L).equals(now.getOrDefault(code, 0L));
    }

    private static String cell(Map<String, Long> old, Map<String, Long> now, String code, Tongue tongue) {
        long was = old.getOrDefault(code, 0L);
        long is = now.getOrDefault(code, 0L);
        return was == 0 && is == 0 ? "" : moved(was, is, tongue);
    }

    private static String moved(long was, long is, Tongue tongue) {
        var now = tongue.tenThousandths(is);
        return was == is
                ? tongue.say("what-if.part-unchanged", now)
                : tongue.say("what-if.from-to", tongue.tenThousandths(was), now);
    }
}
