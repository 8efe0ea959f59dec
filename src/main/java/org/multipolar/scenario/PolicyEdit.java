package org.multipolar.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Policy.Weights;
import org.multipolar.catalog.SharedOut;
import org.multipolar.catalog.World;

/** Weights of the criteria, changed one by one; those not named share what is left in proportion. */
final class PolicyEdit {

    private static final int ALL = 100;

    private final Map<String, Long> weights = new LinkedHashMap<>();
    private final TreeSet<String> named = new TreeSet<>();

    PolicyEdit(Weights old) {
        weights.put("quality", (long) old.quality());
        weights.put("language", (long) old.language());
        weights.put("price", (long) old.price());
        weights.put("supply", (long) old.supply());
        weights.put("locality", (long) old.locality());
        weights.put("openness", (long) old.openness());
    }

    Laying.Done weight(Patch.CriterionWeight patch) {
        long old = World.known(weights, patch.criterion());
        long fresh =
                switch (patch.verb()) {
                    case SET -> patch.number();
                    case ADD -> old + patch.number();
                    case SCALE -> Halves.even(Math.multiplyExact(old, patch.number()), Halves.MILLION);
                };
        long within = Math.max(0, Math.min(ALL, fresh));
        var others = new TreeSet<>(named);
        others.add(patch.criterion());
        long room = ALL
                - others.stream()
                        .filter(each -> !each.equals(patch.criterion()))
                        .mapToLong(each -> World.known(weights, each))
                        .sum();
        if (within == old) {
            return new Laying.Done(0, "its weight is %d percent already".formatted(old));
        }
        if (within > room) {
            return new Laying.Done(0, "%d percent do not fit beside what other patches set".formatted(within));
        }
        named.add(patch.criterion());
        weights.put(patch.criterion(), within);
        share(room - within);
        return new Laying.Done(1, "");
    }

    private void share(long percents) {
        var free =
                weights.keySet().stream().filter(each -> !named.contains(each)).toList();
        var shares = SharedOut.of(
                percents, free.stream().map(each -> World.known(weights, each)).toList());
        for (int i = 0; i < shares.size(); i++) {
            weights.put(free.get(i), shares.get(i));
        }
    }

    Weights weights() {
        return new Weights(of("quality"), of("language"), of("price"), of("supply"), of("locality"), of("openness"));
    }

    private int of(String criterion) {
        return Math.toIntExact(World.known(weights, criterion));
    }
}
