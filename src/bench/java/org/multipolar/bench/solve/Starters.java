package org.multipolar.bench.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Who takes part: ours first, then those of the others that this machine has. */
final class Starters {

    private Starters() {}

    static List<Racer> all() {
        var racers = new ArrayList<Racer>();
        join(racers, "ours", () -> new Ours(true));
        join(racers, "ours", () -> new Ours(false));
        join(racers, "CP-SAT", () -> new CpSat(1));
        join(racers, "CP-SAT", () -> new CpSat(2));
        join(racers, "CBC", () -> new Linear("CBC", "CBC"));
        join(racers, "SCIP", () -> new Linear("SCIP", "SCIP"));
        join(racers, "HiGHS", () -> new Linear("HiGHS", "HIGHS"));
        join(racers, "HiGHS of scipy", Scipy::new);
        join(racers, "GLPK", Glpk::new);
        join(racers, "CBC's program", Cbc::new);
        join(racers, "ojAlgo", OjAlgo::new);
        return racers;
    }

    private static void join(List<Racer> racers, String what, Supplier<Racer> maker) {
        try {
            var racer = maker.get();
            System.out.printf("  %-20s %s%n", racer.name().strip(), racer.version());
            racers.add(racer);
        } catch (RuntimeException missing) {
            System.out.printf("  %-20s skipped: %s%n", what, missing.getMessage());
        }
    }
}
