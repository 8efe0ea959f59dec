package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.World;
import org.multipolar.explain.Stability;

/**
 * Whether the mix holds within the intervals of the country scores.
 *
 * @param how by which method, reading and draws
 * @param low countries at the low end of their intervals, in words; empty where nothing was tested
 */
public record StabilityView(Said finding, String how, String method, String low, List<Move> moves) {

    /** One share before and after. */
    public record Move(String demand, String model, String operator, String place, Figure from, Figure to) {}

    static StabilityView of(Stability stability, World world, Words words) {
        var low = low(stability, world, words);
        return new StabilityView(
                finding(stability, low, words),
                words.say(
                        "stability.how",
                        stability.method(),
                        words.code("reading", stability.reading()),
                        words.number(stability.draws()),
                        Long.toString(stability.seed())),
                stability.method(),
                low,
                stability.moves().stream().map(move -> move(move, words)).toList());
    }

    private static Said finding(Stability stability, String low, Words words) {
        var said =
                switch (stability.verdict()) {
                    case "holds" -> words.say("stability.holds", low);
                    case "places-may-move" -> words.say("stability.places-may-move", low, demands(stability));
                    case "makers-may-move" -> makers(stability, low, words);
                    default -> "";
                };
        return said.isEmpty()
                ? Said.written(stability.finding())
                : Said.ours(said + " " + words.say("stability.not-tested"));
    }

    private static long demands(Stability stability) {
        return stability.moves().stream().map(Stability.Move::demand).distinct().count();
    }

    /** What a maker gains of a demand; shares that stay cancel out, so the moves tell it. */
    private static String makers(Stability stability, String low, Words words) {
        record Gain(String maker, String demand) {}
        Map<Gain, Integer> gains =
                new TreeMap<>(Comparator.comparing(Gain::maker).thenComparing(Gain::demand));
        stability
                .moves()
                .forEach(move -> gains.merge(
                        new Gain(words.makerOf(move.model()), move.demand()), move.to() - move.from(), Integer::sum));
        var largest = gains.entrySet().stream().max(Map.Entry.comparingByValue());
        return largest.map(gain -> words.say(
                        "stability.makers-may-move",
                        low,
                        gain.getKey().maker(),
                        gain.getKey().demand(),
                        gain.getValue()))
                .orElse("");
    }

    /** A bloc whose members are there too is not counted again. */
    private static String low(Stability stability, World world, Words words) {
        var blocs = new TreeMap<String, String>();
        var single = new ArrayList<String>();
        for (var code : stability.low()) {
            var country = world.countries().get(code);
            var bloc = country == null ? null : country.bloc();
            if (bloc != null && stability.low().contains(bloc)) {
                blocs.put(bloc, words.say("stability.with-members", words.country(bloc)));
            }
        }
        for (var code : stability.low()) {
            var country = world.countries().get(code);
            var bloc = country == null ? null : country.bloc();
            if (!blocs.containsKey(code) && (bloc == null || !blocs.containsKey(bloc))) {
                single.add(words.country(code));
            }
        }
        single.addAll(blocs.values());
        return single.isEmpty() ? "" : words.tongue().list(single);
    }

    private static Move move(Stability.Move move, Words words) {
        return new Move(
                move.demand(),
                words.model(move.model()),
                words.operator(move.operator()),
                words.place(move.place()),
                Figure.percent(move.from(), words.tongue()),
                Figure.percent(move.to(), words.tongue()));
    }
}
