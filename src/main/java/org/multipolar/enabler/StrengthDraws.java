package org.multipolar.enabler;

import java.util.TreeMap;

/**
 * How strong countries are in making and serving, one draw of their uncertainty after the other: all countries move together
 * as the draw has it, on the method's own scale.
 *
 * <p>Safe for use by many threads; a draw depends on seed and number alone.
 */
public final class StrengthDraws {

    private final Index index;
    private final Panel panel;
    private final Factors factors;
    private final long seed;

    public StrengthDraws(Index index, long seed) {
        this.index = index;
        this.panel = Uncertainty.panelWithinScale(index);
        this.factors = new Factors(panel);
        this.seed = seed;
    }

    /** {@return the strengths of one draw, counted from 0; the scores themselves where the method varies nothing} */
    public Strengths at(int row) {
        if (factors.varied().isEmpty()) {
            return Strengths.point(index);
        }
        var scoring = new Draws(panel, factors, seed).score(row, -1, row);
        var making = new TreeMap<String, Double>();
        var serving = new TreeMap<String, Double>();
        for (int unit = 0; unit < panel.units().size(); unit++) {
            making.put(panel.units().get(unit).code(), scoring.making()[unit]);
            serving.put(panel.units().get(unit).code(), scoring.serving()[unit]);
        }
        return Strengths.drawn(index, making, serving);
    }
}
