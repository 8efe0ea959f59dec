package org.multipolar.sweep;

import java.util.List;
import org.multipolar.advice.Redraw.Noise;
import org.multipolar.catalog.Scenario;

/**
 * What a sweep varies and how often.
 *
 * @param draws how many futures are drawn; 0 for every combination of the variables' options
 * @param noise what is drawn besides the variables; none in a grid
 * @param robust for what robust mixes are searched
 * @param digest SHA-256 of the file it was read from
 */
public record SweepPlan(
        String id,
        String title,
        String story,
        int draws,
        long seed,
        List<Variable> variables,
        Noise noise,
        List<Aim> robust,
        String digest) {

    public static final int MOST_DRAWS = 1_000_000;
    public static final int MOST_VARIABLES = 40;

    /** For what a mix is chosen that has to stand in several futures. */
    public enum Aim {
        /** The best worst case. */
        WORST,
        /** The best on average, by the buyer's likelihoods; in a grid all events and things as they are count alike. */
        EXPECTED,
        /** The least regret in its worst case. */
        REGRET
    }

    /**
     * One thing that varies, independently of the others.
     *
     * @param likelihood millionths that an event happens; 0 for a range, whose options are all as likely
     * @param why whose likelihood it is, or empty
     * @param options an event has two: as things are, and the event
     */
    public record Variable(String id, String title, boolean event, long likelihood, String why, List<Option> options) {
        public Variable {
            options = List.copyOf(options);
        }
    }

    /**
     * One way a variable may come out.
     *
     * @param scenarios what is laid then, the lowest first; none for things as they are
     */
    public record Option(String text, List<Scenario> scenarios) {
        public Option {
            scenarios = List.copyOf(scenarios);
        }
    }

    public SweepPlan {
        variables = List.copyOf(variables);
        robust = List.copyOf(robust);
    }

    public boolean grid() {
        return draws == 0;
    }

    /** {@return the same with another seed or number of draws} */
    public SweepPlan with(long otherSeed, int otherDraws) {
        return new SweepPlan(id, title, story, otherDraws, otherSeed, variables, noise, robust, digest);
    }

    /** {@return how many futures there are; the largest number there is where a grid has more} */
    public long futures() {
        if (!grid()) {
            return draws;
        }
        long all = 1;
        for (var variable : variables) {
            all = Math.min(Integer.MAX_VALUE, all * variable.options().size());
        }
        return all;
    }
}
