package org.multipolar.suitability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One ability per model and one line per series, fitted by turns.
 *
 * <p>score = intercept + slope * ability + noise. A fixed number of alternating weighted least squares steps; after each,
 * the models that sat two families or more have mean 0 and deviation 1. Only those models draw the lines: a model with
 * one family lies on its line by construction and would make it look exact.
 */
final class FactorModel {

    /** Many times what it takes to settle on the tests at hand; fixed, so that the answer is. */
    private static final int STEPS = 300;

    /** A prior of mean 0 and deviation 1.4: it hardly moves a tested model and keeps an untested one finite. */
    private static final double RIDGE = 0.5;

    /** No family measures ability finer than this, however well its own series agree. */
    private static final double FINEST = 0.2;

    /** More ability never means a lower score. */
    private static final double LEAST_SLOPE = 0.05;

    /** Keeps a slope finite where all models of a series are equally able; a share of the weights, so copies change nothing. */
    private static final double SLOPE_RIDGE = 0.001;

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Double> ability = new TreeMap<>();
    private final Map<String, List<Line.Point>> points = new TreeMap<>();
    private final Set<String> linking;

    FactorModel(List<Series> series, Set<String> linking) {
        this.linking = linking;
        for (var each : series) {
            var line = new Line(each);
            lines.add(line);
            for (var point : line.points) {
                points.computeIfAbsent(point.model(), model -> new ArrayList<>())
                        .add(point);
                ability.put(point.model(), 0.0);
            }
        }
        for (int step = 0; step < STEPS && !linking.isEmpty(); step++) {
            placeModels();
            standardise();
            lines.forEach(Line::draw);
        }
    }

    double ability(String model) {
        return ability.getOrDefault(model, 0.0);
    }

    /** {@return one standard error, from what the model's tests tell and the prior} */
    double standardError(String model) {
        double told = RIDGE;
        for (var point : points.getOrDefault(model, List.of())) {
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

    private void placeModels() {
        points.forEach((model, own) -> {
            double told = RIDGE;
            double pull = 0;
            for (var point : own) {
                var line = point.line();
                told += line.precision(point);
                pull += point.weight() / line.noise * line.slope * (point.score() - line.intercept);
            }
            ability.put(model, pull / told);
        });
    }

    private void standardise() {
        double mean = linking.stream().mapToDouble(this::ability).average().orElse(0);
        double square = linking.stream()
                .mapToDouble(model -> (ability(model) - mean) * (ability(model) - mean))
                .average()
                .orElse(1);
        double deviation = square > 0 ? StrictMath.sqrt(square) : 1;
        ability.replaceAll((model, value) -> (value - mean) / deviation);
    }

    /** One series' line and the noise around it. */
    private final class Line {

        /** One model on one line. */
        private record Point(FactorModel.Line line, String model, double score, double weight) {}

        private final String name;
        private final List<Point> points = new ArrayList<>();
        private final List<Point> drawing;
        private double intercept;
        private double slope = 1;
        private double noise = 1;

        Line(Series series) {
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
                points.add(new Point(this, sat.model(), (sat.score() - mean) / deviation, sat.weight()));
            }
            drawing = points.stream()
                    .filter(point -> linking.contains(point.model()))
                    .toList();
        }

        double precision(Point point) {
            return point.weight() / noise * slope * slope;
        }

        void draw() {
            double weights = 0;
            double abilities = 0;
            double scores = 0;
            for (var point : drawing) {
                weights += point.weight();
                abilities += point.weight() * ability(point.model());
                scores += point.weight() * point.score();
            }
            double meanAbility = abilities / weights;
            double meanScore = scores / weights;
            double together = 0;
            double spread = SLOPE_RIDGE * weights;
            for (var point : drawing) {
                double away = ability(point.model()) - meanAbility;
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
                double miss = point.score() - intercept - slope * ability(point.model());
                squares += point.weight() * miss * miss;
            }
            return squares / weights * drawing.size() / Math.max(1, drawing.size() - 2);
        }
    }
}
