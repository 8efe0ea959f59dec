package org.multipolar.portfolio;

import java.util.List;
import org.multipolar.catalog.Demand;

/**
 * One demand's part of the problem.
 *
 * @param weight how much it counts in the score; the weights of all demands sum to 1,000
 * @param choices its buyable candidates in id order
 */
public record DemandPart(Demand demand, int weight, List<Choice> choices) {

    public DemandPart {
        choices = List.copyOf(choices);
    }
}
