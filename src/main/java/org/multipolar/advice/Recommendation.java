package org.multipolar.advice;

import java.util.List;
import java.util.Map;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;

/** A question with everything learned on the way to its answer. */
public record Recommendation(
        Question question,
        Map<String, List<Assessment>> assessments,
        PortfolioProblem problem,
        Outcome outcome,
        Advice advice) {}
