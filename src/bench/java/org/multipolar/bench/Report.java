package org.multipolar.bench;

import java.util.Locale;

/** Prints the table of times, a line per contestant and size. */
final class Report {

    private static final String LINE = "%,11d %5d  %-18s %4s %11s %11s %11s %9s %10s%n";

    private Report() {}

    static void head() {
        System.out.printf(
                LINE.replace("%,11d %5d", "%11s %5s"),
                "candidates",
                "rules",
                "contestant",
                "laps",
                "median ms",
                "least ms",
                "p99 ms",
                "x loop",
                "ns/c x r");
    }

    /** Prints times, with their ratio to the floor's at the same size. */
    static void line(Size size, Contestant contestant, Times times, Times floor) {
        System.out.printf(
                Locale.ROOT,
                LINE,
                size.candidates(),
                size.rules(),
                contestant.name(),
                times.count(),
                milliseconds(times.median()),
                milliseconds(times.least()),
                milliseconds(times.p99()),
                "%.1f".formatted((double) times.median() / floor.median()),
                "%.2f".formatted(size.nanosPerQuestion(times.median())));
    }

    static void skipped(Size size, Contestant contestant, double lap) {
        System.out.printf(
                Locale.ROOT,
                "%,11d %5d  %-18s skipped: ten laps would take about %.0f s%n",
                size.candidates(),
                size.rules(),
                contestant.name(),
                Pace.LAPS_AT_LEAST * lap / 1e9);
    }

    private static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
    }
}
