package org.multipolar.portfolio.solve;

import static org.multipolar.portfolio.solve.StructureReader.factor;
import static org.multipolar.portfolio.solve.StructureReader.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.multipolar.portfolio.Problem.Row;

/** Reads what joins the demands of a problem that {@link StructureReader} takes apart: switches and shared rows. */
final class Joining {

    private final StructureReader reader;

    Joining(StructureReader reader) {
        this.reader = reader;
    }

    /** {@return the switch of a yes-no variable} */
    Structure.Switch of(int z, int shift, CoarseTies coarse) {
        var variable = reader.problem().variables().get(z);
        var toggle = Objects.requireNonNull(reader.toggles().get(z));
        long price = reader.problem().objective().get(z);
        var of = new HashSet<Integer>();
        toggle.above.forEach(row -> row.terms().forEach(term -> of.add(term.variable())));
        if (toggle.below.isEmpty()) {
            require(price <= 0 && variable.lower() == 0, "a switch that pays without use");
            for (var row : reader.rows(z)) {
                long factor = factor(row.terms(), z);
                require(
                        toggle.above.contains(row)
                                || (factor >= 0 && row.lower() == Long.MIN_VALUE)
                                || (factor <= 0 && row.upper() == Long.MAX_VALUE),
                        "a switch that helps without use");
            }
        }
        for (var row : toggle.below) {
            require(factor(row.terms(), z) == -1, "a switch that asks for more than a step");
            row.terms().forEach(term -> require(of.contains(term.variable()), "a switch over other steps"));
            require(row.terms().size() == of.size(), "a switch over other steps");
        }
        return new Structure.Switch(
                z, (int) variable.lower(), (int) variable.upper(), (price << shift) - coarse.of(z), price);
    }

    Structure.Shared shared(Row row, List<Integer> switches) {
        var numbers = new ArrayList<Integer>();
        var factors = new ArrayList<Long>();
        for (int z = 0; z < switches.size(); z++) {
            long factor = factor(row.terms(), switches.get(z));
            if (factor != 0) {
                numbers.add(z);
                factors.add(factor);
            }
        }
        return new Structure.Shared(
                row.lower(),
                row.upper(),
                numbers.stream().mapToInt(Integer::intValue).toArray(),
                factors.stream().mapToLong(Long::longValue).toArray(),
                link(row),
                link(row) && !wantsOn(numbers, switches));
    }

    private boolean link(Row row) {
        return row.terms().stream().anyMatch(term -> {
            var toggle = reader.toggles().get(term.variable());
            return toggle != null && toggle.below.contains(row);
        });
    }

    /** Whether being on without use could pay: by its price, because it must be on, or in some other row. */
    private boolean wantsOn(List<Integer> numbers, List<Integer> switches) {
        int z = switches.get(numbers.get(0));
        boolean pays = reader.problem().objective().get(z) > 0
                || reader.problem().variables().get(z).lower() > 0
                || reader.ties().minimise().stream().anyMatch(terms -> factor(terms, z) < 0);
        var toggle = Objects.requireNonNull(reader.toggles().get(z));
        for (var row : reader.rows(z)) {
            long factor = factor(row.terms(), z);
            boolean own = toggle.below.contains(row) || toggle.above.contains(row);
            pays |= !own && (factor < 0 ? row.upper() != Long.MAX_VALUE : row.lower() != Long.MIN_VALUE);
        }
        return pays;
    }
}
