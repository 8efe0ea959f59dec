package org.multipolar.advice;

import java.util.List;
import org.multipolar.rulebook.RulebookChanges;

/**
 * What a change of the rules' folder moves, in the shape that is printed.
 *
 * @param asOf the day on which candidates are judged; cases are judged each on its own
 * @param cases how many distinct cases both folders hold together
 * @param caseShifts cases whose judgement moves
 * @param later days after the one asked about on which a change starts or stops to matter
 */
public record RulebookDiff(
        String asOf,
        String headline,
        String oldRules,
        String newRules,
        RulebookChanges changes,
        int cases,
        List<VerdictShift> caseShifts,
        List<BuyerDiff> buyers,
        List<Later> later) {

    /** A day worth asking about, and the rules and parameters whose change meets it. */
    public record Later(String day, List<String> because) {

        public Later {
            because = List.copyOf(because);
        }
    }

    public RulebookDiff {
        caseShifts = List.copyOf(caseShifts);
        buyers = List.copyOf(buyers);
        later = List.copyOf(later);
    }

    /** {@return how many cases move} */
    public int movedCases() {
        return caseShifts.stream().mapToInt(VerdictShift::count).sum();
    }

    /** {@return whether some candidate or mix moves, or might, on the day asked about} */
    public boolean movesBuyers() {
        return buyers.stream()
                .anyMatch(buyer -> buyer.moved() > 0 || !buyer.mix().state().equals("unmoved"));
    }

    /** {@return the same with a headline: what a reader is told first} */
    RulebookDiff worded() {
        return new RulebookDiff(asOf, sentence(), oldRules, newRules, changes, cases, caseShifts, buyers, later);
    }

    private String sentence() {
        if (changes.none()) {
            return "Both folders hold the same rules and parameters: nothing moves.";
        }
        if (!changes.matter()) {
            return "Only what readers are told differs: nothing moves on any day.";
        }
        var moved = "%d of %d cases".formatted(movedCases(), cases);
        if (!movesBuyers()) {
            return "On %s nothing moves for any buyer; %s move.%s".formatted(asOf, moved, reason());
        }
        return "On %s %d of %d candidates move, and %s; %s move."
                .formatted(
                        asOf,
                        buyers.stream().mapToInt(BuyerDiff::moved).sum(),
                        buyers.stream().mapToInt(BuyerDiff::candidates).sum(),
                        mixes(),
                        moved);
    }

    private String mixes() {
        var moved = mixes("moved");
        var open = mixes("not-asked");
        return open.isEmpty()
                ? moved.isEmpty() ? "no mix" : "the mixes of " + String.join(", ", moved)
                : "the mixes of %s may (not solved)".formatted(String.join(", ", open));
    }

    private List<String> mixes(String state) {
        return buyers.stream()
                .filter(buyer -> buyer.mix().state().equals(state))
                .map(BuyerDiff::buyer)
                .toList();
    }

    private String reason() {
        return later.isEmpty()
                ? ""
                : " The change of %s matters from %s on."
                        .formatted(
                                String.join(", ", later.get(0).because()),
                                later.get(0).day());
    }
}
