package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.Buyer;

/**
 * The question as the page asks it: which buyer, which day.
 *
 * @param record what proves the answer below it; null where it is not recorded
 */
public record Form(List<Option> buyers, String asOf, String story, @Nullable RecordBox record) {

    /** One buyer to choose. */
    public record Option(String id, String name, boolean chosen) {}

    /** {@return the id of the buyer that is asked about} */
    public String chosen() {
        return buyers.stream()
                .filter(Option::chosen)
                .map(Option::id)
                .findFirst()
                .orElse("");
    }

    public static Form of(Collection<Buyer> buyers, Buyer chosen, LocalDate asOf) {
        return new Form(options(buyers, chosen.id()), asOf.toString(), chosen.story(), null);
    }

    private static List<Option> options(Collection<Buyer> buyers, String chosen) {
        return buyers.stream()
                .map(buyer -> new Option(buyer.id(), buyer.name(), buyer.id().equals(chosen)))
                .toList();
    }

    /** {@return the form beside a recorded answer, whose buyer may have been typed in by hand} */
    public static Form recorded(Collection<Buyer> buyers, Advice advice, RecordBox record) {
        return new Form(options(buyers, advice.buyer()), advice.asOf(), "", record);
    }
}
