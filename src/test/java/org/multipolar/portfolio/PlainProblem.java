package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small problem that is no portfolio, drawn by a seed: its text in the problem format, and by trying every point within
 * the bounds its answer. It shares nothing with the reader or the solver.
 *
 * @param rows per row its lower side, its upper side (null for none) and one factor a variable
 * @param scale times which the objective is stated, which moves no answer
 */
record PlainProblem(
        boolean min,
        List<Integer> lower,
        List<Integer> upper,
        List<Drawn> rows,
        List<Integer> objective,
        int constant,
        long scale,
        List<Integer> blocks) {

    /** One row. */
    record Drawn(@Nullable Integer lower, @Nullable Integer upper, List<Integer> factors) {

        boolean holds(int[] point) {
            int sum = IntStream.range(0, point.length)
                    .map(i -> factors.get(i) * point[i])
                    .sum();
            return (lower == null || sum >= lower) && (upper == null || sum <= upper);
        }
    }

    static PlainProblem drawn(long seed, long scale) {
        var random = new Random(seed);
        int size = 2 + random.nextInt(4);
        var lower = random.ints(size, -4, 4).boxed().toList();
        var upper = lower.stream().map(from -> from + random.nextInt(6)).toList();
        var rows = new ArrayList<Drawn>();
        int span = random.nextBoolean() ? 1 : 9; // small factors make many ties
        for (int row = random.nextInt(5); row > 0; row--) {
            var factors = random.ints(size, -6, 7).map(each -> each % 5).boxed().toList();
            int side = random.nextInt(21) - 10;
            int kind = random.nextInt(8);
            rows.add(new Drawn(
                    kind == 0 || kind > 4 ? null : side,
                    kind == 0 || kind == 1 || kind == 2 ? null : side + (kind == 3 ? 0 : random.nextInt(9)),
                    factors));
        }
        return new PlainProblem(
                random.nextBoolean(),
                lower,
                upper,
                rows,
                random.ints(size, -span, span + 1).boxed().toList(),
                random.nextInt(99) - 49,
                scale,
                random.nextBoolean()
                        ? List.of()
                        : random.ints(size, 0, 3).boxed().toList());
    }

    /** {@return the best point, the largest earlier value deciding among equals, or null where no point holds} */
    int @Nullable [] best() {
        int[] best = null;
        var point = lower.stream().mapToInt(Integer::intValue).toArray();
        do {
            var here = point;
            if (rows.stream().allMatch(row -> row.holds(here)) && (best == null || better(here, best))) {
                best = here.clone();
            }
        } while (next(point));
        return best;
    }

    private boolean better(int[] one, int[] other) {
        long ahead = (min ? -1 : 1) * (value(one) - value(other));
        return ahead != 0 ? ahead > 0 : Arrays.compare(one, other) > 0;
    }

    private boolean next(int[] point) {
        for (int i = 0; i < point.length; i++) {
            if (point[i] < upper.get(i)) {
                point[i]++;
                return true;
            }
            point[i] = lower.get(i);
        }
        return false;
    }

    private long value(int[] point) {
        return IntStream.range(0, point.length)
                .map(i -> objective.get(i) * point[i])
                .sum();
    }

    /** {@return the stated objective at a point} */
    long score(int[] point) {
        return scale * value(point) + constant;
    }

    /** {@return whether the rows of these numbers can hold together} */
    boolean possible(List<Integer> numbers) {
        var some = numbers.stream().map(rows::get).toList();
        return new PlainProblem(min, lower, upper, some, objective, constant, scale, blocks).best() != null;
    }

    /** {@return the problem in the problem format} */
    String text() {
        var variables = IntStream.range(0, lower.size())
                .mapToObj(i ->
                        "{\"name\": \"x%d\", \"lower\": %d, \"upper\": %d}".formatted(i, lower.get(i), upper.get(i)));
        var stated = IntStream.range(0, rows.size()).mapToObj(i -> "{\"name\": \"r%d\"%s%s, \"terms\": %s}"
                .formatted(
                        i,
                        rows.get(i).lower() == null
                                ? ""
                                : ", \"lower\": " + rows.get(i).lower(),
                        rows.get(i).upper() == null
                                ? ""
                                : ", \"upper\": " + rows.get(i).upper(),
                        terms(rows.get(i).factors(), 1)));
        return """
                {"format": "multipolar-problem/1", "sense": "%s", "variables": [%s], "rows": [%s],
                 "objective": {"constant": %d, "terms": %s}%s}"""
                .formatted(
                        min ? "min" : "max",
                        variables.collect(Collectors.joining(", ")),
                        stated.collect(Collectors.joining(", ")),
                        constant,
                        terms(objective, scale),
                        portfolio());
    }

    private static String terms(List<Integer> factors, long scale) {
        return IntStream.range(0, factors.size())
                .filter(i -> factors.get(i) != 0)
                .mapToObj(i -> "\"x%d\": %d".formatted(i, scale * factors.get(i)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String portfolio() {
        if (blocks.isEmpty()) {
            return "";
        }
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> "\"x%d\": \"%s\"".formatted(i, blocks.get(i) == 0 ? "" : "block" + blocks.get(i)))
                .collect(Collectors.joining(", ", ", \"portfolio\": {\"blocks\": {", "}}"));
    }
}
