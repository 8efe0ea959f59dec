package org.multipolar.bench.solve;

import com.google.ortools.Loader;
import com.google.ortools.init.OrToolsVersion;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.util.Domain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;

/** CP-SAT on the plain problem. */
record CpSat(int workers) implements Racer {

    CpSat {
        Loader.loadNativeLibraries();
    }

    @Override
    public String name() {
        return "CP-SAT, %d %s".formatted(workers, workers == 1 ? "worker" : "workers");
    }

    @Override
    public String version() {
        return OrToolsVersion.getVersionString();
    }

    @Override
    public Claim solve(PortfolioProblem portfolio, Duration limit) {
        long start = System.nanoTime();
        var problem = portfolio.problem();
        var model = new CpModel();
        var variables = new ArrayList<IntVar>();
        problem.variables()
                .forEach(variable ->
                        variables.add(model.newIntVar(variable.lower(), variable.upper(), variable.name())));
        problem.rows().forEach(row -> {
            var sum = LinearExpr.newBuilder();
            row.terms().forEach(term -> sum.addTerm(variables.get(term.variable()), term.factor()));
            model.addLinearExpressionInDomain(sum, domain(row));
        });
        var objective = LinearExpr.newBuilder();
        for (int i = 0; i < variables.size(); i++) {
            objective.addTerm(variables.get(i), problem.objective().get(i));
        }
        model.maximize(objective);
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(workers).setRandomSeed(1).setMaxTimeInSeconds(limit.toMillis() / 1e3);
        var status = solver.solve(model);
        var values = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
                ? variables.stream().map(solver::value).toList()
                : List.<Long>of();
        return new Claim(said(status), values, System.nanoTime() - start, 0);
    }

    private static Claim.Said said(CpSolverStatus status) {
        return switch (status) {
            case OPTIMAL -> Claim.Said.OPTIMAL;
            case INFEASIBLE -> Claim.Said.INFEASIBLE;
            default -> Claim.Said.OPEN;
        };
    }

    private static Domain domain(Problem.Row row) {
        return new Domain(
                row.lower() == Long.MIN_VALUE ? -Problem.EXACT : row.lower(),
                row.upper() == Long.MAX_VALUE ? Problem.EXACT : row.upper());
    }
}
