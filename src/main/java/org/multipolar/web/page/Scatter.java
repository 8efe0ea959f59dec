package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.multipolar.explain.MixBrief;
import org.multipolar.explain.Tradeoffs;

/**
 * Mixes by cost, to the right, and score, upwards; the shape of a mark says how much survives the worst single loss.
 *
 * @param scoreUnit what one of the scores at the axis stands for
 */
public record Scatter(List<Mark> marks, List<Key> keys, List<Tick> costs, List<Tick> scores, String scoreUnit) {

    public static final int HEIGHT = 360;

    /**
     * One mix.
     *
     * @param at percent of the width
     * @param top pixels from the top
     */
    public record Mark(int number, boolean proposed, String at, int top, String path, String title) {}

    /** One shape and what it stands for. */
    public record Key(String path, String words) {}

    /** One line across the picture; {@code at} is percent of the width, or pixels from the top. */
    public record Tick(String at, String words) {}

    private static final List<String> SHAPES = List.of(
            "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
            "M-6.5-6.5h13v13h-13z",
            "M0-9 9 0 0 9-9 0z",
            "M0-8.5 8.5 7h-17z",
            "M0 8.5 8.5-7h-17z",
            "M-2.5-8h5v5.5H8v5H2.5V8h-5V2.5H-8v-5h5.5z",
            "M-8-5-5-8 0-3 5-8 8-5 3 0 8 5 5 8 0 3-5 8-8 5-3 0z");
    private static final int LEFT = 12;
    private static final int ACROSS = 80;
    private static final int TOP = 30;
    private static final int DOWN = 300;
    private static final long MILLION = 1_000_000;
    private static final int MOST_TICKS = 5;

    /** The ends of an axis, a little wider than what lies on it. */
    private record Axis(long low, long high) {

        static Axis of(List<Long> values) {
            long low = values.stream().mapToLong(Long::longValue).min().orElse(0);
            long high = values.stream().mapToLong(Long::longValue).max().orElse(1);
            long room = Math.max(1, (high - low) / 20);
            return new Axis(low - room, high + room);
        }

        double part(long value) {
            return (double) (value - low) / (high - low);
        }

        /** {@return round values within, at most as many as are readable} */
        List<Long> ticks() {
            long ten = 1;
            while ((high - low) / ten >= 10 * MOST_TICKS) {
                ten *= 10;
            }
            long apart = (high - low) / ten;
            long step = ten * (apart < MOST_TICKS ? 1 : apart < 2 * MOST_TICKS ? 2 : apart < 5 * MOST_TICKS ? 5 : 10);
            var ticks = new ArrayList<Long>();
            for (long tick = -Math.floorDiv(-low, step) * step; tick <= high; tick += step) {
                ticks.add(tick);
            }
            return ticks;
        }
    }

    static Scatter of(List<Tradeoffs.Point> points, Words words) {
        var costs = Axis.of(points.stream().map(point -> cost(point.mix())).toList());
        var scores = Axis.of(points.stream().map(point -> point.mix().score()).toList());
        var levels = points.stream()
                .map(point -> keeps(point.mix()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var marks = new ArrayList<Mark>();
        for (var point : points) {
            marks.add(new Mark(
                    marks.size() + 1,
                    point.proposed(),
                    across(costs, cost(point.mix())),
                    down(scores, point.mix().score()),
                    SHAPES.get(shape(levels, keeps(point.mix()))),
                    title(marks.size() + 1, point, words)));
        }
        boolean large = scores.high() >= 10 * MILLION;
        return new Scatter(
                marks,
                keys(levels, words),
                costs.ticks().stream()
                        .map(tick -> new Tick(across(costs, tick), words.money(tick)))
                        .toList(),
                scores.ticks().stream()
                        .map(tick -> new Tick(
                                Integer.toString(down(scores, tick)),
                                large ? words.tongue().decimal(tick / (double) MILLION, 1) : words.number(tick)))
                        .toList(),
                words.say(large ? "frontier.score-millions" : "frontier.score"));
    }

    public int height() {
        return HEIGHT;
    }

    private static long cost(MixBrief mix) {
        return mix.cost().totalMicroUsd();
    }

    private static int keeps(MixBrief mix) {
        var worst = mix.worstLoss();
        return worst == null ? 100 : worst.keeps();
    }

    private static String across(Axis axis, long value) {
        return Numbers.across(LEFT + ACROSS * axis.part(value));
    }

    private static int down(Axis axis, long value) {
        return (int) Math.round(TOP + DOWN * (1 - axis.part(value)));
    }

    /** Levels beyond the shapes there are share the last. */
    private static int shape(List<Integer> levels, int keeps) {
        return Math.min(levels.indexOf(keeps), SHAPES.size() - 1);
    }

    private static List<Key> keys(List<Integer> levels, Words words) {
        var keys = new ArrayList<Key>();
        for (int i = 0; i < Math.min(levels.size(), SHAPES.size()); i++) {
            boolean rest = i == SHAPES.size() - 1 && levels.size() > SHAPES.size();
            keys.add(new Key(
                    SHAPES.get(i),
                    words.say(rest ? "frontier.or-less-survives" : "frontier.survives", words.share(levels.get(i)))));
        }
        return keys;
    }

    private static String title(int number, Tradeoffs.Point point, Words words) {
        return words.say(
                point.proposed() ? "frontier.mark-proposed" : "frontier.mark",
                number,
                words.money(cost(point.mix())),
                words.number(point.mix().score()),
                words.share(keeps(point.mix())));
    }
}
