package org.multipolar.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep to be asked for, and those that were.
 *
 * @param buyer name of the buyer that it is about
 * @param decision id of the recorded question whose buyer it is about, or empty
 * @param about parameters of an address that name the buyer and the day
 * @param shipped sweeps that ship
 * @param file a sweep brought along, or empty
 * @param draws in place of the sweep's own, as it was typed; empty for the sweep's own; seed likewise
 * @param latest sweeps that the caller may see, newest first
 */
public record SweepForm(
        Form form,
        String buyer,
        String decision,
        String about,
        List<Choice> shipped,
        String file,
        String draws,
        String seed,
        @Nullable FaultView fault,
        List<Latest> latest) {

    /** A shipped sweep. */
    public record Choice(String id, String title, boolean chosen) {}

    /** A sweep that was asked for. */
    public record Latest(String id, String title, String buyer, String asOf, String state) {}
}
