package org.multipolar.portfolio;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The problem of one question, with what each variable and row stands for.
 *
 * @param contracts variable that says whether an operator is under contract, by operator
 * @param setAside house limits that law alone makes impossible for a demand, in words
 */
public record PortfolioProblem(
        Problem problem,
        List<DemandPart> parts,
        Map<String, Limit> limits,
        Map<String, Integer> contracts,
        Ties ties,
        List<String> setAside,
        Grouping grouping) {

    /** Steps of a whole demand; a step is five percent. */
    public static final int STEPS = 20;
    /** Percent of a demand in one step. */
    public static final int STEP_PERCENT = 100 / STEPS;

    public PortfolioProblem {
        parts = List.copyOf(parts);
        limits = java.util.Collections.unmodifiableMap(new TreeMap<>(limits));
        contracts = java.util.Collections.unmodifiableMap(new TreeMap<>(contracts));
        setAside = List.copyOf(setAside);
    }

    /** {@return the choices that values of the variables buy, in order} */
    public List<Choice> bought(List<Long> values) {
        return parts.stream()
                .flatMap(part -> part.choices().stream())
                .filter(choice -> !values.isEmpty() && values.get(choice.variable()) > 0)
                .toList();
    }

    /** {@return whether every demand has a choice at all} */
    public boolean servable() {
        return parts.stream().noneMatch(part -> part.choices().isEmpty());
    }

    /** {@return the same with the problem's numbers changed, its variables and rows standing for what they did} */
    public PortfolioProblem with(Problem other) {
        return new PortfolioProblem(other, parts, limits, contracts, ties, setAside, grouping);
    }
}
