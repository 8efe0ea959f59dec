package org.multipolar.scenario;

import java.time.LocalDate;
import java.util.List;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Scenario;

/** Which day a stack of scenarios asks about. */
final class Days {

    private Days() {}

    /** {@return the last day that any of them names, of those on which the one who names it holds; else the usual one} */
    static LocalDate asked(LocalDate usual, List<Scenario> stack) {
        var day = usual;
        for (var scenario : stack) {
            for (var patch : scenario.patches()) {
                if (patch instanceof Patch.AsOf asOf && scenario.holdsOn(asOf.day())) {
                    day = asOf.day();
                }
            }
        }
        return day;
    }
}
