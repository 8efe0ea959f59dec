package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;

/** Writes a problem for other solvers: as MPS text, and as a tree for JSON. */
public final class Export {

    private Export() {}

    /** {@return the problem in MPS, as a minimisation of the negated score, without its constant} */
    public static String mps(Problem problem) {
        var text = new StringBuilder(
                "* minimise the negated score; its constant is left out: " + problem.constant() + "\n");
        text.append("NAME          MULTIPOL\nROWS\n N  COST\n");
        problem.rows().forEach(row -> text.append(" %s  %s\n".formatted(type(row), row.name())));
        text.append("COLUMNS\n    MARKER                 'MARKER'                 'INTORG'\n");
        var columns = columns(problem);
        for (int i = 0; i < problem.variables().size(); i++) {
            var name = problem.variables().get(i).name();
            long factor = problem.objective().get(i);
            if (factor != 0 || columns.get(i).isEmpty()) {
                line(text, name, "COST", -factor);
            }
            columns.get(i).forEach((row, value) -> line(text, name, row, value));
        }
        text.append("    MARKER                 'MARKER'                 'INTEND'\nRHS\n");
        problem.rows().forEach(row -> {
            long side = row.upper() == Long.MAX_VALUE ? row.lower() : row.upper();
            if (side != 0) {
                line(text, "RHS", row.name(), side);
            }
        });
        ranges(problem, text);
        text.append("BOUNDS\n");
        problem.variables().forEach(variable -> {
            text.append(" LO BND       %-8s  %12d\n".formatted(variable.name(), variable.lower()));
            text.append(" UP BND       %-8s  %12d\n".formatted(variable.name(), variable.upper()));
        });
        return text.append("ENDATA\n").toString();
    }

    private static void ranges(Problem problem, StringBuilder text) {
        var ranged = problem.rows().stream()
                .filter(row -> type(row).equals("L") && row.lower() != Long.MIN_VALUE)
                .toList();
        if (!ranged.isEmpty()) {
            text.append("RANGES\n");
            ranged.forEach(row -> line(text, "RNG", row.name(), row.upper() - row.lower()));
        }
    }

    private static String type(Row row) {
        if (row.lower() == row.upper()) {
            return "E";
        }
        return row.upper() == Long.MAX_VALUE ? "G" : "L";
    }

    private static void line(StringBuilder text, String first, String second, long value) {
        text.append("    %-8s  %-8s  %12d\n".formatted(first, second, value));
    }

    private static List<Map<String, Long>> columns(Problem problem) {
        var columns = new ArrayList<Map<String, Long>>();
        problem.variables().forEach(variable -> columns.add(new LinkedHashMap<>()));
        problem.rows().forEach(row -> row.terms()
                .forEach(term -> columns.get(term.variable()).merge(row.name(), term.factor(), Long::sum)));
        return columns;
    }

    /** {@return the problem as {@code multipolar-problem/1}} */
    public static Map<String, Object> tree(PortfolioProblem portfolio) {
        var problem = portfolio.problem();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", ProblemReader.FORMAT);
        tree.put("sense", ProblemReader.MAX);
        tree.put(
                "variables",
                problem.variables().stream()
                        .map(variable -> ordered(
                                "name",
                                variable.name(),
                                "lower",
                                variable.lower(),
                                "upper",
                                variable.upper(),
                                "meaning",
                                variable.meaning()))
                        .toList());
        tree.put("rows", problem.rows().stream().map(row -> row(problem, row)).toList());
        var terms = new LinkedHashMap<String, Long>();
        for (int i = 0; i < problem.variables().size(); i++) {
            if (problem.objective().get(i) != 0) {
                terms.put(problem.variables().get(i).name(), problem.objective().get(i));
            }
        }
        tree.put("objective", ordered("constant", problem.constant(), "terms", terms));
        tree.put(
                "portfolio",
                ordered(
                        "demands",
                        portfolio.parts().stream()
                                .map(part -> demand(portfolio, part))
                                .toList(),
                        "blocks",
                        blocks(problem),
                        "ties",
                        ties(problem, portfolio.ties())));
        return tree;
    }

    private static Map<String, Object> row(Problem problem, Row row) {
        var tree = ordered("name", row.name(), "limit", row.limit());
        if (row.lower() != Long.MIN_VALUE) {
            tree.put("lower", row.lower());
        }
        if (row.upper() != Long.MAX_VALUE) {
            tree.put("upper", row.upper());
        }
        tree.put("terms", terms(problem, row.terms()));
        return tree;
    }

    private static Map<String, Long> terms(Problem problem, List<Term> terms) {
        var tree = new LinkedHashMap<String, Long>();
        terms.forEach(
                term -> tree.merge(problem.variables().get(term.variable()).name(), term.factor(), Long::sum));
        return tree;
    }

    private static Map<String, String> blocks(Problem problem) {
        var tree = new LinkedHashMap<String, String>();
        problem.variables().forEach(variable -> tree.put(variable.name(), variable.block()));
        return tree;
    }

    private static Map<String, Object> ties(Problem problem, Ties ties) {
        return ordered(
                "minimise",
                ties.minimise().stream().map(each -> terms(problem, each)).toList(),
                "larger",
                ties.larger().stream()
                        .map(each -> problem.variables().get(each).name())
                        .toList());
    }

    private static Map<String, Object> demand(PortfolioProblem portfolio, DemandPart part) {
        return ordered(
                "demand",
                part.demand().id(),
                "weight",
                part.weight(),
                "steps",
                PortfolioProblem.STEPS,
                "candidates",
                part.choices().stream()
                        .map(choice -> candidate(portfolio, choice))
                        .toList());
    }

    private static Map<String, Object> candidate(PortfolioProblem portfolio, Choice choice) {
        var candidate = choice.candidate();
        return ordered(
                "variable",
                        portfolio.problem().variables().get(choice.variable()).name(),
                "offer", candidate.id(),
                "score", choice.assessment().score(),
                "stepCostMicroUsd", choice.stepCost(),
                "supplier", candidate.supplier().id(),
                "origin", portfolio.grouping().origin(candidate),
                "operator", candidate.operator(),
                "hostOrigin", candidate.hostOrigin(),
                "places", candidate.places(),
                "lineage", candidate.model().lineage(),
                "openness", candidate.model().openness().word(),
                "languages", choice.assessment().languagesCovered());
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return tree;
    }
}
