package org.multipolar.portfolio.solve;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import org.multipolar.portfolio.Robust;

/** The weights of futures under which the best of some mixes is worst, by GLOP; nothing here proves anything. */
public final class WorstWeights implements Robust.Weigher {

    @Override
    public List<Double> weights(List<List<Long>> values) {
        Loader.loadNativeLibraries();
        var solver = MPSolver.createSolver("GLOP");
        try {
            double infinity = MPSolver.infinity();
            double unit = values.stream()
                    .flatMap(List::stream)
                    .mapToDouble(each -> Math.abs((double) each))
                    .max()
                    .orElse(1);
            var most = solver.makeNumVar(-infinity, infinity, "most");
            var weights = new ArrayList<MPVariable>();
            var sum = solver.makeConstraint(1, 1);
            for (int s = 0; s < values.get(0).size(); s++) {
                var weight = solver.makeNumVar(0, 1, "");
                sum.setCoefficient(weight, 1);
                weights.add(weight);
            }
            for (var mix : values) {
                var row = solver.makeConstraint(-infinity, 0);
                row.setCoefficient(most, -1);
                for (int s = 0; s < mix.size(); s++) {
                    row.setCoefficient(weights.get(s), mix.get(s) / Math.max(1, unit));
                }
            }
            solver.objective().setCoefficient(most, 1);
            solver.objective().setMinimization();
            solver.solve();
            return weights.stream().map(MPVariable::solutionValue).toList();
        } finally {
            solver.delete();
        }
    }
}
