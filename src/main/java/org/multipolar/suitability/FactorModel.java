package org.multipolar.suitability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One ability per model and one line per series, fitted by turns.
 *
 * <p>score = intercept + slope * ability + noise. A fixed number of alternating weighted least squares steps; after each,
 * the models that sat two families or more have mean 0 and deviation 1. Only those models draw the lines: a model with
 * one family lies on its line by construction and would make it look exact.
 */
final class FactorModel {

    /** The tests at hand settle to the last digit after 120; fixed, so that the answer is. */
    private static final int STEPS = 150;

    /** A prior of mean 0 and deviation 1.4: it hardly moves a tested model and keeps an untested one finite. */
    private static final double RIDGE = 0.5;

    /** No family measures ability finer than this, however well its own series agree. */
    private static final double FINEST = 0.2;

    /** More ability never means a lower score. */
    private static final double LEAST_SLOPE = 0.05;

    /** Keeps a slope finite where all models of a series are equally able; a share of the weights, so copies change nothing. */
    private static final double SLOPE_RIDGE = 0.001;

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Line.Point>> points = new ArrayList<>();
    private final double[] ability;
    private final int[] linking;

    FactorModel(List<Series> series, Set<String> linking) {
        for (var each : series) {
            var line = new Line(each, linking);
            lines.add(line);
            line.points.forEach(point -> points.get(point.model()).add(point));
        }
        this.ability = new double[points.size()];
        this.linking = linking.stream().mapToInt(this::number).toArray();
        var told = new double[points.size()];
        var pull = new double[points.size()];
        for (int step = 0; step < STEPS && this.linking.length > 0; step++) {
            placeModels(told, pull);
            standardise();
            lines.forEach(Line::draw);
        }
    }

    /** {@return the number of a model, a new one where it has none: a start waits for millions of looks at abilities} */
    private int number(String model) {
        return numbers.computeIfAbsent(model, any -> {
            points.add(new ArrayList<>());
            return points.size() - 1;
        });
    }

    double ability(String model) {
        var number = numbers.get(model);
        return number == null ? 0 : ability[number];
    }

    /** {@return one standard error, from what the model's tests tell and the prior} */
    double standardError(String model) {
        double told = RIDGE;
        var number = numbers.get(model);
        for (var point : number == null ? List.<Line.Point>of() : points.get(number)) {
            told += point.line().precision(point);
        }
        return 1 / StrictMath.sqrt(told);
    }

    /** {@return how much a series' standardised score moves with one unit of ability} */
    Map<String, Double> slopes() {
        var slopes = new TreeMap<String, Double>();
        lines.forEach(line -> slopes.put(line.name, line.slope));
        return slopes;
    }

    /** Line by line and not model by model: the same sums in the same order, without a look at each point's line. */
    private void placeModels(double[] told, double[] pull) {
        Arrays.fill(told, RIDGE);
        Arrays.fill(pull, 0);
        for (var line : lines) {
            line.place(told, pull);
        }
        for (int model = 0; model < ability.length; model++) {
            ability[model] = pull[model] / told[model];
        }
    }

    private void standardise() {
        double mean = IntStream.of(linking)
                .mapToDouble(model -> ability[model])
                .average()
                .orElse(0);
        double square = IntStream.of(linking)
                .mapToDouble(model -> (ability[model] - mean) * (ability[model] - mean))
                .average()
                .orElse(1);
        double deviation = square > 0 ? StrictMath.sqrt(square) : 1;
        for (int model = 0; model < ability.length; model++) {
            ability[model] = (ability[model] - mean) / deviation;
        }
    }

    /** One series' line and the noise around it. */
    private final class Line {

        /** One model on one line. */
        private record Point(FactorModel.Line line, int model, double score, double weight) {}

        private final String name;
        private final List<Point> points = new ArrayList<>();
        private final List<Point> drawing;
        private double intercept;
        private double slope = 1;
        private double noise = 1;

        Line(Series series, Set<String> linking) {
            name = series.benchmark().name();
            double mean = series.sat().stream()
                    .mapToDouble(Series.Sat::score)
                    .average()
                    .orElse(0);
            double square = series.sat().stream()
                    .mapToDouble(sat -> (sat.score() - mean) * (sat.score() - mean))
                    .average()
                    .orElse(0);
            double deviation = square > 0 ? StrictMath.sqrt(square) : 1;
            for (var sat : series.sat()) {
                points.add(new Point(this, number(sat.model()), (sat.score() - mean) / deviation, sat.weight()));
            }
            var drawn = linking.stream().map(FactorModel.this::number).collect(Collectors.toSet());
            drawing = points.stream()
                    .filter(point -> drawn.contains(point.model()))
                    .toList();
        }

        double precision(Point point) {
            return point.weight() / noise * slope * slope;
        }

        void place(double[] told, double[] pull) {
            for (var point : points) {
                told[point.model()] += precision(point);
                pull[point.model()] += point.weight() / noise * slope * (point.score() - intercept);
            }
        }

        void draw() {
            double weights = 0;
            double abilities = 0;
            double scores = 0;
            for (var point : drawing) {
                weights += point.weight();
                abilities += point.weight() * ability[point.model()];
                scores += point.weight() * point.score();
            }
            double meanAbility = abilities / weights;
            double meanScore = scores / weights;
            double together = 0;
            double spread = SLOPE_RIDGE * weights;
            for (var point : drawing) {
                double away = ability[point.model()] - meanAbility;
                together += point.weight() * away * (point.score() - meanScore);
                spread += point.weight() * away * away;
            }
            slope = Math.max(LEAST_SLOPE, together / spread);
            intercept = meanScore - slope * meanAbility;
            noise = Math.max(FINEST * slope * (FINEST * slope), residual(weights));
        }

        /** Two parameters were fitted, so a line through few models is noisier than it looks. */
        private double residual(double weights) {
            double squares = 0;
            for (var point : drawing) {
                double miss = point.score() - intercept - slope * ability[point.model()];
                squares += point.weight() * miss * miss;
            }
            return squares / weights * drawing.size() / Math.max(1, drawing.size() - 2);
        }
    }
}
