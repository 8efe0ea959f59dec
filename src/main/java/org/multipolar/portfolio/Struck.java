package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.multipolar.catalog.Policy.Loss;

/** What losses of one kind take of a demand's choices; looked up once, because there are many losses. */
final class Struck {

    /**
     * @param any whether each loss takes it
     */
    private record Exposed(Choice choice, Set<String> to, boolean any) {

        boolean taken(String lost) {
            return any || to.contains(lost);
        }
    }

    private final List<Exposed> choices = new ArrayList<>();
    private final SortedSet<String> losses = new TreeSet<>();

    Struck(Grouping grouping, Loss kind, List<Choice> choices) {
        for (var choice : choices) {
            var to = Set.copyOf(grouping.losses(kind, choice.candidate()));
            losses.addAll(to);
            this.choices.add(
                    new Exposed(choice, to, kind == Loss.COUNTRY && Grouping.placeUnknown(choice.candidate())));
        }
    }

    /** {@return all that could be lost, in order} */
    SortedSet<String> losses() {
        return losses;
    }

    List<Choice> survivors(String lost) {
        return choices(lost, false);
    }

    List<Choice> taken(String lost) {
        return choices(lost, true);
    }

    private List<Choice> choices(String lost, boolean taken) {
        return choices.stream()
                .filter(each -> each.taken(lost) == taken)
                .map(Exposed::choice)
                .toList();
    }
}
