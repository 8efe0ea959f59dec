package org.multipolar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Who races by one set of rules, the floor first, and who makes the candidates. */
record Entrants(List<Contestant> contestants, CandidateMaker maker) {

    private static final long SEED = 20_261_122;

    Entrants {
        contestants = List.copyOf(contestants);
    }

    /** {@return the floor and ours} */
    static Entrants ours(int rules) {
        return of(rules, false);
    }

    /** {@return the floor, ours and the other engines} */
    static Entrants all(int rules) {
        return of(rules, true);
    }

    private static Entrants of(int count, boolean others) {
        var random = new Random(SEED);
        var words = new Words(random);
        var rules = new RuleMaker(words, random).rules(count);
        var code = new HandWriter(rules).written();
        var contestants = new ArrayList<Contestant>();
        contestants.add(new Loop(code));
        contestants.add(reading(() -> Ours.of(rules, words)));
        if (others) {
            contestants.add(reading(() -> new EasyRules(rules, code)));
            for (var form : DmnForm.values()) {
                contestants.add(reading(() -> new CamundaDmn(form, rules, words)));
            }
        }
        return new Entrants(contestants, new CandidateMaker(words, rules, new Random(SEED + count)));
    }

    private static Contestant reading(Supplier<Contestant> reader) {
        long start = System.nanoTime();
        var contestant = reader.get();
        System.out.printf("  %s read its rules in %d ms%n", contestant.name(), (System.nanoTime() - start) / 1_000_000);
        return contestant;
    }
}
