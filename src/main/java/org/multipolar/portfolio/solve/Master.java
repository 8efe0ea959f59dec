package org.multipolar.portfolio.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relaxation over whole mixes: each demand mixes its mixes, and the shared rows hold.
 *
 * <p>Its duals are prices that demands are asked under again; mixes that are worth more than expected come in (column
 * generation). Doubles, which prove nothing: the bound is computed from the prices in whole numbers.
 */
final class Master implements AutoCloseable {

    private static final double PENALTY = 3;
    private static final double SLIGHT = 1e-7;

    private final Structure structure;
    private final MPSolver solver = MPSolver.createSolver("GLOP");
    private final List<MPConstraint> convex = new ArrayList<>();
    private final List<@Nullable MPConstraint> rows = new ArrayList<>();
    private final double[] scales;
    private final MPConstraint[][] links;
    private final List<MPVariable> lacking = new ArrayList<>();
    private final double unit;
    private final List<MPVariable> switches = new ArrayList<>();
    private final boolean[] mattering;
    private final List<List<Column>> columns = new ArrayList<>();
    private boolean linked;

    /**
     * @param about the size of the objective, which is measured in it
     */
    Master(Structure structure, double about) {
        this.structure = structure;
        this.unit = Math.max(1, about / 1e6);
        this.scales = new double[structure.shared().size()];
        this.links =
                new MPConstraint[structure.blocks().size()][structure.switches().size()];
        this.mattering = new boolean[structure.switches().size()];
        structure.blocks().forEach(block -> {
            convex.add(solver.makeConstraint(1, 1));
            columns.add(new ArrayList<>());
        });
        for (int i = 0; i < scales.length; i++) {
            rows.add(structure.shared().get(i).idle() ? null : row(i));
        }
        for (int z = 0; z < structure.switches().size(); z++) {
            switched(z);
        }
        solver.objective().setMaximization();
    }

    private MPConstraint row(int i) {
        var row = structure.shared().get(i);
        double scale = 1;
        for (var block : structure.blocks()) {
            for (int r = 0; r < block.sharedRows.length; r++) {
                if (block.sharedRows[r] == i) {
                    for (long factor : block.shared[r]) {
                        scale = Math.max(scale, Math.abs((double) factor) * block.total);
                    }
                }
            }
        }
        scales[i] = scale;
        double infinity = MPSolver.infinity();
        var made = solver.makeConstraint(
                row.low() == Long.MIN_VALUE ? -infinity : row.low() / scale,
                row.high() == Long.MAX_VALUE ? infinity : row.high() / scale);
        for (int sign : new int[] {1, -1}) {
            var lack = solver.makeNumVar(0, infinity, "");
            made.setCoefficient(lack, sign);
            solver.objective().setCoefficient(lack, -PENALTY * 1e6);
            lacking.add(lack);
        }
        return made;
    }

    private void switched(int z) {
        var of = structure.switches().get(z);
        var variable = solver.makeNumVar(of.low(), of.high(), "");
        solver.objective().setCoefficient(variable, of.price() / unit);
        boolean matters = of.price() != 0 || of.low() == of.high();
        for (int i = 0; i < scales.length; i++) {
            var row = structure.shared().get(i);
            var made = rows.get(i);
            for (int k = 0; k < row.switches().length && made != null; k++) {
                if (row.switches()[k] == z) {
                    made.setCoefficient(variable, row.factors()[k] / scales[i]);
                    matters = true;
                }
            }
        }
        switches.add(variable);
        mattering[z] = matters;
    }

    /**
     * Demands that a switch is on as far as any demand's mixes use it. Left out at first: where switches are no hindrance, the
     * prices of these rows are many and arbitrary, and bounds under them poor.
     *
     * @return whether that was needed, and new
     */
    boolean link() {
        if (linked || !hindered()) {
            return false;
        }
        linked = true;
        for (int z = 0; z < switches.size(); z++) {
            for (int b = 0; b < links.length && mattering[z]; b++) {
                for (var group : structure.blocks().get(b).groups) {
                    if (group.joint == z && links[b][z] == null) {
                        links[b][z] = solver.makeConstraint(-MPSolver.infinity(), 0);
                        links[b][z].setCoefficient(switches.get(z), -1);
                    }
                }
            }
        }
        for (int b = 0; b < links.length; b++) {
            for (var column : columns.get(b)) {
                linkUp(b, column);
            }
        }
        return true;
    }

    private void linkUp(int b, Column column) {
        for (int z = 0; z < links[b].length; z++) {
            if (links[b][z] != null && (column.mix().switches() >> z & 1) == 1) {
                links[b][z].setCoefficient(column.variable(), 1);
            }
        }
    }

    private record Column(MPVariable variable, Mix mix) {}

    /** {@return by switch the largest part of a demand's mixes that uses it} */
    private double[] used() {
        var on = new double[switches.size()];
        for (int b = 0; b < links.length; b++) {
            var uses = new double[on.length];
            for (var column : columns.get(b)) {
                for (int z = 0; z < on.length; z++) {
                    uses[z] += (column.mix().switches() >> z & 1)
                            * column.variable().solutionValue();
                }
            }
            for (int z = 0; z < on.length; z++) {
                on[z] = Math.max(on[z], uses[z]);
            }
        }
        return on;
    }

    /** Whether turning on what the mixes use costs something or breaks a row. */
    private boolean hindered() {
        var on = used();
        for (int z = 0; z < on.length; z++) {
            double more = on[z] - switches.get(z).solutionValue();
            boolean costs = more > SLIGHT && structure.switches().get(z).price() < 0;
            if (costs || on[z] > structure.switches().get(z).high() + SLIGHT) {
                return true;
            }
        }
        for (int i = 0; i < scales.length; i++) {
            if (rows.get(i) != null && breaks(i, on)) {
                return true;
            }
        }
        return false;
    }

    private boolean breaks(int i, double[] on) {
        var row = structure.shared().get(i);
        double sum = 0;
        for (int k = 0; k < row.switches().length; k++) {
            sum += row.factors()[k]
                    * Math.max(
                            on[row.switches()[k]],
                            switches.get(row.switches()[k]).solutionValue());
        }
        if (row.switches().length == 0) {
            return false;
        }
        for (int b = 0; b < links.length; b++) {
            var block = structure.blocks().get(b);
            int at = java.util.Arrays.binarySearch(block.sharedRows, i);
            for (var column : columns.get(b)) {
                sum += at < 0 ? 0 : column.mix().taken()[at] * column.variable().solutionValue();
            }
        }
        double slight = SLIGHT * scales[i];
        return (row.high() != Long.MAX_VALUE && sum > row.high() + slight)
                || (row.low() != Long.MIN_VALUE && sum < row.low() - slight);
    }

    void add(int b, Mix mix) {
        var column = solver.makeNumVar(0, MPSolver.infinity(), "");
        solver.objective().setCoefficient(column, mix.value() / unit);
        convex.get(b).setCoefficient(column, 1);
        var block = structure.blocks().get(b);
        for (int r = 0; r < block.sharedRows.length; r++) {
            int i = block.sharedRows[r];
            var row = rows.get(i);
            if (row != null && mix.taken()[r] != 0) {
                row.setCoefficient(column, mix.taken()[r] / scales[i]);
            }
        }
        var made = new Column(column, mix);
        columns.get(b).add(made);
        linkUp(b, made);
    }

    /** {@return the prices under which the mixes known are at their best together, or null where the relaxation fails} */
    @Nullable
    Prices prices() {
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            return null;
        }
        var ofRows = new Price[scales.length];
        for (int i = 0; i < scales.length; i++) {
            var made = rows.get(i);
            double dual = made == null ? 0 : made.dualValue() * unit / scales[i];
            var row = structure.shared().get(i);
            boolean leansOnNothing =
                    (dual > 0 && row.high() == Long.MAX_VALUE) || (dual < 0 && row.low() == Long.MIN_VALUE);
            ofRows[i] = leansOnNothing ? Price.NONE : Price.of(dual);
        }
        var ofLinks = new long[links.length][structure.switches().size()];
        for (int b = 0; b < links.length; b++) {
            for (int z = 0; z < ofLinks[b].length; z++) {
                ofLinks[b][z] = links[b][z] == null ? 0 : Math.max(0, Math.round(links[b][z].dualValue() * unit));
            }
        }
        return new Prices(ofRows, ofLinks);
    }

    /** {@return the variable that the mixes taken in parts are least decided about, or null where they decide all} */
    @Nullable
    Undecided undecided() {
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
            return null;
        }
        var undecided = new Undecided.Search(structure);
        for (int b = 0; b < links.length; b++) {
            for (var column : columns.get(b)) {
                double part = column.variable().solutionValue();
                if (part > SLIGHT) {
                    undecided.add(b, column.mix(), part);
                }
            }
        }
        return undecided.most(used(), mattering);
    }

    /** {@return the relaxation's objective in the scaled unit} */
    double objective() {
        return solver.objective().value() * unit;
    }

    /** {@return whether the mixes known cannot keep the rows even when mixed} */
    boolean lacks() {
        return lacking.stream().anyMatch(lack -> lack.solutionValue() > 1e-7);
    }

    @Override
    public void close() {
        solver.delete();
    }
}
