package org.multipolar.scenario;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.Where.Field;

/** Figures of demands, changed one patch after the other. */
final class DemandEdit {

    /** Most input, and most output, that a demand may state. */
    private static final long MOST = 1_000_000;

    private final List<Demand> demands;

    DemandEdit(List<Demand> demands) {
        this.demands = new ArrayList<>(demands);
    }

    boolean has(String demand) {
        return demands.stream().anyMatch(each -> each.id().equals(demand));
    }

    boolean hasRegion(String region) {
        return demands.stream().anyMatch(each -> each.region().equals(region));
    }

    List<Demand> all() {
        return demands;
    }

    Laying.Done change(Patch.Demands patch) {
        int touched = 0;
        int picked = 0;
        for (int i = 0; i < demands.size(); i++) {
            var old = demands.get(i);
            if (picked(patch.where(), old)) {
                picked++;
                var fresh = changed(patch, old);
                if (!fresh.equals(old)) {
                    demands.set(i, fresh);
                    touched++;
                }
            }
        }
        return Laying.Done.of(
                touched,
                picked == 0
                        ? "the buyer has no demand with %s"
                                .formatted(patch.where().words())
                        : "the figures are so already");
    }

    private static boolean picked(Where where, Demand demand) {
        return where.fields().entrySet().stream().allMatch(each -> values(each.getKey(), demand).stream()
                .anyMatch(value -> each.getValue().contains(value)));
    }

    private static List<String> values(Field field, Demand demand) {
        return switch (field) {
            case DEMAND -> List.of(demand.id());
            case REGION -> List.of(demand.region());
            case OPERATING_COUNTRY -> demand.operatingCountries();
            case AUDIENCE -> List.of(demand.audience());
            case DATA_SENSITIVITY -> List.of(demand.dataSensitivity());
            case SECTOR -> List.of(demand.sector());
            default -> List.of();
        };
    }

    private static Demand changed(Patch.Demands patch, Demand old) {
        return switch (patch.field()) {
            case "input_mtok_month" -> old.sized(number(patch, old.inputMtok()), old.outputMtok(), old.weight());
            case "output_mtok_month" -> old.sized(old.inputMtok(), number(patch, old.outputMtok()), old.weight());
            case "weight" -> weight(patch, old);
            default -> volume(patch, old);
        };
    }

    /** What counts by its volume has no weight that could be scaled or added to. */
    private static Demand weight(Patch.Demands patch, Demand old) {
        var weight = old.weight();
        if (weight == null && patch.verb() != Patch.Verb.SET) {
            return old;
        }
        long fresh = number(patch, weight == null ? 1 : weight);
        return old.sized(old.inputMtok(), old.outputMtok(), (int) Math.max(1, Math.min(1000, fresh)));
    }

    /** The mix of input and output stays, as near as whole millions allow. */
    private static Demand volume(Patch.Demands patch, Demand old) {
        long volume = Math.max(1, number(patch, old.volumeMtok(), 2 * MOST));
        long input = Halves.even(Math.multiplyExact(volume, old.inputMtok()), old.volumeMtok());
        return old.sized(Math.min(MOST, input), Math.min(MOST, volume - input), old.weight());
    }

    private static long number(Patch.Demands patch, long old) {
        return number(patch, old, MOST);
    }

    private static long number(Patch.Demands patch, long old, long most) {
        long fresh =
                switch (patch.verb()) {
                    case SET -> patch.number();
                    case ADD -> Math.addExact(old, patch.number());
                    case SCALE -> Halves.scaled(old, patch.number());
                };
        return Math.max(0, Math.min(most, fresh));
    }
}
