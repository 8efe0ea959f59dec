package org.multipolar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what one rule costs on one candidate as both grow: with an index it falls, without it stays. */
final class Growth {

    private static final List<Integer> CANDIDATES = List.of(300, 1_000, 3_000, 10_000, 30_000);
    private static final List<Integer> RULES = List.of(25, 50, 100, 200, 400);

    private Growth() {}

    static void print() {
        var ours = new ArrayList<List<Double>>();
        var floor = new ArrayList<List<Double>>();
        for (int rules : RULES) {
            var entrants = Entrants.ours(rules);
            ours.add(new ArrayList<>());
            floor.add(new ArrayList<>());
            for (int candidates : CANDIDATES) {
                var size = new Size(candidates, rules);
                var times = new ArrayList<>(new Heat(entrants.contestants(), entrants.maker(), candidates, Pace.GROWTH)
                        .run()
                        .values());
                floor.get(floor.size() - 1)
                        .add(size.nanosPerQuestion(times.get(0).median()));
                ours.get(ours.size() - 1).add(size.nanosPerQuestion(times.get(1).median()));
            }
        }
        table("multipolar: median nanoseconds per candidate x rule", ours);
        table("hand-written loop: the same", floor);
    }

    private static void table(String title, List<List<Double>> columns) {
        System.out.printf("%n%s%n%11s", title, "");
        RULES.forEach(rules -> System.out.printf(Locale.ROOT, " %9d", rules));
        System.out.println(" rules");
        for (int row = 0; row < CANDIDATES.size(); row++) {
            System.out.printf(Locale.ROOT, "%,11d", CANDIDATES.get(row));
            for (var column : columns) {
                System.out.printf(Locale.ROOT, " %9.2f", column.get(row));
            }
            System.out.println(row == 0 ? " candidates" : "");
        }
    }
}
