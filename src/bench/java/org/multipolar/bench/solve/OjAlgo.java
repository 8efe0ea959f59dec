package org.multipolar.bench.solve;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/** ojAlgo, all in Java, its gap set as small as doubles can tell. */
record OjAlgo() implements Racer {

    private static final int DIGITS = 12;

    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public String version() {
        return "as above";
    }

    @Override
    public Claim solve(PortfolioProblem portfolio, Duration limit) {
        long start = System.nanoTime();
        var problem = portfolio.problem();
        var model = new ExpressionsBasedModel();
        model.options.time_abort = limit.toMillis();
        model.options.time_suffice = limit.toMillis();
        model.options.integer(IntegerStrategy.DEFAULT.withGapTolerance(NumberContext.of(DIGITS)));
        var variables = new ArrayList<Variable>();
        for (int i = 0; i < problem.variables().size(); i++) {
            var variable = problem.variables().get(i);
            variables.add(model.newVariable(variable.name())
                    .integer()
                    .lower(variable.lower())
                    .upper(variable.upper())
                    .weight(problem.objective().get(i)));
        }
        problem.rows().forEach(row -> state(row, model, variables));
        var result = model.maximise();
        var state = result.getState();
        var values = state.isFeasible()
                ? java.util.stream.IntStream.range(0, variables.size())
                        .mapToObj(i -> Math.round(result.doubleValue(i)))
                        .toList()
                : List.<Long>of();
        return new Claim(said(state), values, System.nanoTime() - start, 0);
    }

    private static void state(Problem.Row row, ExpressionsBasedModel model, List<Variable> variables) {
        var expression = model.newExpression(row.name());
        var divisor = BigDecimal.valueOf(Scaled.divisor(row));
        Scaled.factors(row).forEach((variable, factor) -> expression.set(variables.get(variable), factor));
        if (row.lower() != Long.MIN_VALUE) {
            expression.lower(BigDecimal.valueOf(row.lower()).divide(divisor));
        }
        if (row.upper() != Long.MAX_VALUE) {
            expression.upper(BigDecimal.valueOf(row.upper()).divide(divisor));
        }
    }

    private static Claim.Said said(Optimisation.State state) {
        return switch (state) {
            case OPTIMAL, DISTINCT -> Claim.Said.OPTIMAL;
            case INFEASIBLE -> Claim.Said.INFEASIBLE;
            default -> Claim.Said.OPEN;
        };
    }
}
