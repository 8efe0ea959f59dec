package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.multipolar.catalog.Availability;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Reach;
import org.multipolar.catalog.World;

/** Where an operator sells, as the profiles state it for a day. Not thread-safe; one per question. */
public final class ReachTable {

    /** From the loosest to the strictest; where several statements apply, the strictest counts. */
    private static final List<String> STRICTNESS = List.of("sells", "restricted", "does-not-sell");

    private final Map<String, List<Reach>> reachOf = new HashMap<>();
    private final Map<String, List<Availability>> statementsOn = new HashMap<>();
    private final Map<List<String>, String> known = new HashMap<>();
    private final Set<String> members;
    private final LocalDate asOf;

    /**
     * @param members the countries that EU27 stands for
     */
    public ReachTable(World world, Set<String> members, LocalDate asOf) {
        world.reach().forEach(row -> reachOf.computeIfAbsent(row.operator(), any -> new ArrayList<>())
                .add(row));
        world.availability().forEach(row -> statementsOn
                .computeIfAbsent(row.offer().isEmpty() ? row.supplier() : row.offer(), any -> new ArrayList<>())
                .add(row));
        this.members = members;
        this.asOf = asOf;
    }

    /** {@return the days on which a dated statement of the profiles begins, or no longer holds} */
    public static Set<LocalDate> changes(World world) {
        var days = new TreeSet<LocalDate>();
        for (var row : world.availability()) {
            if (!row.since().isEmpty()) {
                days.add(Day.earliest(row.since()));
            }
            if (row.until() != null) {
                days.add(Day.latest(row.until()).plusDays(1));
            }
        }
        return days;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** {@return sells, restricted, does-not-sell, not-stated, or not-asked for a hall of the buyer's own} */
    public String status(Candidate candidate, String country) {
        if (candidate.site() != null) {
            return "not-asked";
        }
        var key = List.of(
                candidate.offer(),
                candidate.supplier().id(),
                candidate.host(),
                candidate.access().word(),
                country);
        return known.computeIfAbsent(key, any -> stated(candidate, country));
    }

    private String stated(Candidate candidate, String country) {
        var narrower = strictest(candidate, country, true);
        var general = narrower.equals("not-stated") ? strictest(candidate, country, false) : narrower;
        return stricter(general, availability(candidate, country));
    }

    private String strictest(Candidate candidate, String country, boolean scoped) {
        return reachOf.getOrDefault(candidate.operator(), List.of()).stream()
                .filter(row -> here(row.place(), country))
                .filter(row -> scoped ? names(row, candidate) : row.scope().isEmpty())
                .map(Reach::status)
                .reduce("not-stated", ReachTable::stricter);
    }

    private static boolean names(Reach row, Candidate candidate) {
        return row.scope().equals("host:" + candidate.host())
                || row.scope().equals("supplier:" + candidate.supplier().id());
    }

    /** A statement about one offer, or about a maker's own service, narrows what the operator says in general. */
    private String availability(Candidate candidate, String country) {
        return Stream.concat(
                        statementsOn.getOrDefault(candidate.offer(), List.of()).stream(),
                        statementsOn.getOrDefault(candidate.supplier().id(), List.of()).stream())
                .filter(row -> here(row.place(), country) && holds(row))
                .filter(row -> row.offer().equals(candidate.offer())
                        || (row.supplier().equals(candidate.supplier().id())
                                && row.status().equals("unavailable")
                                && candidate.access() == Candidate.AccessMode.SUPPLIER_API))
                .map(row -> row.status().equals("unavailable") || row.status().equals("blocked-by-government")
                        ? "does-not-sell"
                        : "restricted")
                .reduce("not-stated", ReachTable::stricter);
    }

    private boolean holds(Availability row) {
        return (row.since().isEmpty() || !Day.earliest(row.since()).isAfter(asOf))
                && (row.until() == null || !Day.latest(row.until()).isBefore(asOf));
    }

    private boolean here(String place, String country) {
        return place.equals(country)
                || place.equals("ZZ")
                || ((place.equals("EU27") || place.equals("EU")) && members.contains(country));
    }

    /** What nobody states gives way to what somebody does. */
    private static String stricter(String first, String second) {
        return STRICTNESS.indexOf(first) >= STRICTNESS.indexOf(second) ? first : second;
    }
}
