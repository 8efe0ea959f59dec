package org.multipolar.web.page;

import org.multipolar.explain.UncertaintyShown;
import org.multipolar.web.language.Tongue;

/** Says what drives the ranks of an index in the reader's language. */
final class DriversSaid {

    private static final double MOST_OF_IT = 0.5;

    private final Tongue tongue;

    DriversSaid(Tongue tongue) {
        this.tongue = tongue;
    }

    /** {@return what was varied, in a reader's words; a series by its id} */
    static String factor(String id, Tongue tongue) {
        return tongue.code("countries.factor", id);
    }

    /** {@return what the draws come to, in sentences} */
    String finding(UncertaintyShown how) {
        if (how.varied().isEmpty()) {
            return tongue.say("countries.drivers-none-varied");
        }
        var shift = how.meanShift();
        if (shift == null || how.sensitivity().isEmpty()) {
            return tongue.say("countries.drivers-too-few", how.draws(), String.valueOf(how.seed()));
        }
        if (shift == 0) {
            return tongue.say("countries.drivers-still");
        }
        var figures = new Figures(tongue);
        var most = how.sensitivity().get(0);
        return tongue.say(
                most.first() >= MOST_OF_IT ? "countries.drivers-most" : "countries.drivers-largest",
                figures.tenth(shift),
                factor(most.factor(), tongue),
                figures.percent(Math.max(0, most.first())),
                figures.percent(Math.min(1, most.total())));
    }
}
