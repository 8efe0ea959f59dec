package org.multipolar.portfolio.drawn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Policy;
import org.multipolar.portfolio.drawn.Instance.Tightness;

/** Limits over all demands; how far each lies from the rough mixes decides whether it binds. */
final class SharedLimits {

    /** What can be made to bind. */
    private enum Pressing {
        BUDGET,
        CONTRACTS,
        ORIGIN,
        OUTSIDE
    }

    private final RoughMix cheap;
    private final RoughMix good;
    private final Policy policy;
    private final Map<String, Long> incumbents;
    private final Random random;

    SharedLimits(RoughMix cheap, RoughMix good, Policy policy, Map<String, Long> incumbents, Random random) {
        this.cheap = cheap;
        this.good = good;
        this.policy = policy;
        this.incumbents = incumbents;
        this.random = random;
    }

    List<LimitClause> drawn(Tightness tightness) {
        var binding = EnumSet.noneOf(Pressing.class);
        switch (tightness) {
            case LOOSE -> {}
            case SOME -> {
                var all = new ArrayList<>(List.of(Pressing.values()));
                Collections.shuffle(all, random);
                binding.addAll(all.subList(0, 1 + random.nextInt(2)));
            }
            case TIGHT -> {
                binding.addAll(List.of(Pressing.BUDGET, Pressing.CONTRACTS));
                if (random.nextInt(3) == 0) {
                    binding.add(random.nextBoolean() ? Pressing.ORIGIN : Pressing.OUTSIDE);
                }
            }
        }
        long contracts = contracts(binding.contains(Pressing.CONTRACTS));
        var larger = percent("US") >= percent("CN") ? "US" : "CN";
        boolean capped = binding.contains(Pressing.ORIGIN);
        return List.of(
                limit("contracts", Kind.COUNT, On.CONTRACTS, contracts),
                limit("budget", Kind.CAP, On.COST, budget(binding.contains(Pressing.BUDGET), contracts)),
                limit("us-makers", Kind.CAP, On.ORIGIN, most("US", capped && larger.equals("US")), "US"),
                limit("cn-makers", Kind.CAP, On.ORIGIN, most("CN", capped && larger.equals("CN")), "CN"),
                limit(
                        "outside-superpowers",
                        Kind.FLOOR,
                        On.OUTSIDE_SUPERPOWERS,
                        outside(binding.contains(Pressing.OUTSIDE))));
    }

    private static LimitClause limit(String id, Kind kind, On on, long at, String... of) {
        return new LimitClause(id, kind, on, List.of(of), Scope.BUYER, null, null, at, "Drawn", "");
    }

    /** Tight is seven tenths of what the best mix would hold, and never fewer than four. */
    private long contracts(boolean binds) {
        int held = good.operators().size();
        return binds ? Math.max(4, (7 * held + 9) / 10) : held + 5L;
    }

    /** Tight is about halfway from the cheapest to the best; contracts and half of the exits come on top. */
    private long budget(boolean binds, long contracts) {
        long exits = incumbents.values().stream().mapToLong(Long::longValue).sum();
        long fixed = Math.min(contracts, good.operators().size()) * policy.contractCost();
        return binds
                ? fixed + exits / 2 + cheap.cost() + (good.cost() - cheap.cost()) * (40 + random.nextInt(25)) / 100
                : 2 * fixed + exits + 2 * good.cost();
    }

    private long percent(String origin) {
        return good.percent(Set.of(origin), false);
    }

    private long most(String origin, boolean binds) {
        return binds ? Math.max(10, percent(origin) * 6 / 10) : Math.min(100, percent(origin) + 35);
    }

    private long outside(boolean binds) {
        long held = good.percent(Instance.SUPERPOWERS, true);
        return binds ? Math.min(60, held + 15 + random.nextInt(10)) : Math.max(0, held - 30);
    }
}
