package org.multipolar.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.multipolar.advice.Redraw.Noise;
import org.multipolar.enabler.Chance;

/**
 * The futures of a sweep by number: the drawn ones or the grid first, then the ones that vary one thing alone.
 *
 * <p>A future is a function of seed and number, so whoever works it out, and in whatever order, makes no difference.
 */
public final class Futures {

    /** Futures worked out at a time: few enough that first results come at once. */
    public static final int CHUNK = 8;

    private static final int MILLION = 1_000_000;
    private static final int NOISE_DRAWS = 64;

    /**
     * One thing varied alone.
     *
     * @param variable id of the variable, or what is drawn
     * @param texts its ends in words
     * @param from number of its first future
     * @param count how many there are
     */
    public record Alone(String variable, String title, List<String> texts, int from, int count) {
        public Alone {
            texts = List.copyOf(texts);
        }
    }

    private final SweepPlan plan;
    private final int drawn;
    private final List<Alone> alone = new ArrayList<>();
    private final List<Future> rest = new ArrayList<>();

    public Futures(SweepPlan plan) {
        this.plan = plan;
        this.drawn = Math.toIntExact(plan.futures());
        rest.add(new Future(nothing(), Noise.NONE, 0));
        for (int i = 0; i < plan.variables().size(); i++) {
            var variable = plan.variables().get(i);
            var ends = variable.event()
                    ? List.of(1)
                    : List.of(0, variable.options().size() - 1);
            var texts = new ArrayList<String>();
            int from = all();
            for (int option : ends) {
                var options = new ArrayList<>(nothing());
                options.set(i, option);
                rest.add(new Future(options, Noise.NONE, 0));
                texts.add(variable.options().get(option).text());
            }
            alone.add(new Alone(variable.id(), variable.title(), texts, from, ends.size()));
        }
        noise("weights", "weights of the criteria", new Noise(plan.noise().weights(), 0, false, false));
        noise("prices", "prices of operators", new Noise(0, plan.noise().prices(), false, false));
        noise("indicators", "scores of countries", new Noise(0, 0, plan.noise().indicators(), false));
        noise(
                "abilities",
                "abilities of tested models",
                new Noise(0, 0, false, plan.noise().abilities()));
    }

    private void noise(String id, String title, Noise only) {
        if (!only.none()) {
            int from = all();
            int count = Math.min(NOISE_DRAWS, drawn);
            for (int row = 0; row < count; row++) {
                rest.add(new Future(nothing(), only, row));
            }
            alone.add(new Alone(id, title, List.of("%d draws of it alone".formatted(count)), from, count));
        }
    }

    private List<Integer> nothing() {
        return new ArrayList<>(Collections.nCopies(plan.variables().size(), AS_IS));
    }

    /** No option of a variable: nothing of it is laid. */
    static final int AS_IS = -1;

    /** {@return how many futures are drawn or stand in the grid} */
    public int drawn() {
        return drawn;
    }

    /** {@return number of the future in which nothing is varied} */
    public int asThingsAre() {
        return drawn;
    }

    /** {@return the things varied alone} */
    public List<Alone> alone() {
        return Collections.unmodifiableList(alone);
    }

    /** {@return how many futures there are in all} */
    public int all() {
        return drawn + rest.size();
    }

    public int chunks() {
        return (all() + CHUNK - 1) / CHUNK;
    }

    Future at(int number) {
        return number >= drawn ? rest.get(number - drawn) : plan.grid() ? ofGrid(number) : drawn(number);
    }

    private Future ofGrid(int number) {
        var options = new ArrayList<Integer>();
        int left = number;
        for (var variable : plan.variables()) {
            options.add(left % variable.options().size());
            left /= variable.options().size();
        }
        return new Future(options, Noise.NONE, 0);
    }

    private Future drawn(int number) {
        var options = new ArrayList<Integer>();
        for (var variable : plan.variables()) {
            var chance = new Chance(plan.seed(), "variable", number).of(variable.id());
            options.add(
                    variable.event()
                            ? chance.nextInt(MILLION) < variable.likelihood() ? 1 : 0
                            : chance.nextInt(variable.options().size()));
        }
        return new Future(options, plan.noise(), number);
    }
}
