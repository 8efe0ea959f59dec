package org.multipolar.portfolio.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.multipolar.portfolio.Grouping;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.RuleNumbers;
import org.multipolar.portfolio.Statement;

/**
 * One buyer drawn by a seed; the same record always gives the same problem.
 *
 * @param demands workloads, each with a volume and languages of its own
 * @param offers candidates of each demand, before those that cannot matter are left out
 */
public record Instance(int demands, int offers, Tightness tightness, long seed) {

    static final Set<String> SUPERPOWERS = Set.of("US", "CN");

    /** How hard the limits that join demands press. */
    public enum Tightness {
        /** They stand there and none binds. */
        LOOSE,
        /** One or two bind. */
        SOME,
        /** Budget and contracts both bind, and contracts cost points. */
        TIGHT
    }

    private record Size(int demands, int offers) {}

    private static final List<Size> SIZES = List.of(
            new Size(1, 30), new Size(1, 100), new Size(5, 50), new Size(10, 30), new Size(10, 100), new Size(15, 200));

    private static final int OF_EACH_SIZE = 10;

    /** {@return the sixty of the race, smallest first} */
    public static List<Instance> all() {
        var all = new ArrayList<Instance>();
        for (var size : SIZES) {
            for (int i = 0; i < OF_EACH_SIZE; i++) {
                var tightness = Tightness.values()[i % Tightness.values().length];
                all.add(new Instance(size.demands(), size.offers(), tightness, 1 + i));
            }
        }
        return all;
    }

    /** {@return the size in words, as 10x100} */
    public String size() {
        return demands + "x" + offers;
    }

    public String name() {
        return "%s-%s-%02d".formatted(size(), tightness.name().toLowerCase(java.util.Locale.ROOT), seed);
    }

    /** {@return the problem, stated as the problem of any buyer is} */
    public PortfolioProblem problem() {
        return statement().problem(Statement.Over.BUYABLE);
    }

    /** {@return what the problem is stated from} */
    public Statement statement() {
        var random = new Random(31 * (31L * demands + offers) + 1_000_003 * seed);
        var market = new Market(offers, random);
        var wishes = new Wishes(demands, market, tightness, random);
        var house = House.drawn(random);
        var assessments = new Bids(market, house, random).assessments(wishes.demands());
        var buyer = wishes.buyer(assessments);
        var numbers = new RuleNumbers(house::number, SUPERPOWERS);
        return new Statement(buyer, Grouping.of(java.util.Map.of(), List.of()), numbers, assessments, buyer.limits());
    }
}
