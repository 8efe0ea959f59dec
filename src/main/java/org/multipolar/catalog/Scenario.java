package org.multipolar.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named patch on world, rulebook, buyer or day; it changes nothing before its first day or after its last.
 *
 * @param from first day, or null for any
 * @param until last day, or null for none
 * @param on the scenario it starts from and is compared with, or null for things as they are
 * @param digest SHA-256 of what it was read from
 */
public record Scenario(
        String id,
        String title,
        String story,
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String on,
        List<Region.Citation> sources,
        List<Patch> patches,
        String digest) {

    /** What kind of future, or past, it tells of. */
    public enum Kind {
        /** It happened. */
        PAST,
        /** It might. */
        EVENT,
        /** A dated or proposed text. */
        LAW,
        /** A standard question. */
        CARD
    }

    public Scenario {
        sources = List.copyOf(sources);
        patches = List.copyOf(patches);
    }

    /** {@return whether it changes anything on a day} */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** {@return the same with some of its patches} */
    public Scenario with(List<Patch> some) {
        return new Scenario(id, title, story, kind, from, until, on, sources, some, digest);
    }
}
