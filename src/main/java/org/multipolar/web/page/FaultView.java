package org.multipolar.web.page;

import java.util.Objects;
import org.multipolar.catalog.Fault;

/**
 * What is wrong with a file that was brought along.
 *
 * @param text the line itself, or empty
 * @param maybe what to do about it, or empty
 */
public record FaultView(String file, int line, String field, String text, String what, String maybe) {

    /**
     * {@return the fault as it is shown}
     *
     * @param brought the file, or empty where the fault is none of it
     */
    public static FaultView of(Fault fault, String brought) {
        return new FaultView(
                fault.file(),
                fault.line(),
                fault.field(),
                brought.lines().skip(Math.max(0, fault.line() - 1)).findFirst().orElse(""),
                fault.what(),
                Objects.toString(fault.maybe(), ""));
    }
}
