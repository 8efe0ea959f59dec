package org.multipolar.enabler;

import java.util.List;

/** Scores draws one after the other on one thread, and hands out what each came to. */
final class Draws {

    private final List<Factor> factors;
    private final long seed;
    private final Draft draft;
    private final Scoring scoring;
    private final Ranking ranking;
    private final int[] places;

    Draws(Panel panel, Factors factors, long seed) {
        this.factors = factors.varied();
        this.seed = seed;
        this.draft = new Draft(panel, factors.nominal());
        this.scoring = new Scoring(panel);
        this.ranking = new Ranking(panel);
        this.places = new int[panel.units().size()];
    }

    /** Scores one row of the design, with one factor, or none where it is -1, taken from another row. */
    Scoring score(int row, int swapped, int otherRow) {
        draft.reset();
        for (int at = 0; at < factors.size(); at++) {
            factors.get(at).change().to(draft, new Chance(seed, factors.get(at).id(), at == swapped ? otherRow : row));
        }
        scoring.run(draft.run());
        return scoring;
    }

    /** {@return the inputs of the last run, overwritten by the next one} */
    Run lastRun() {
        return draft.run();
    }

    /** {@return the places by a score of the last run, overwritten by the next call} */
    int[] places(double[] scores) {
        ranking.places(scores, places);
        return places;
    }
}
