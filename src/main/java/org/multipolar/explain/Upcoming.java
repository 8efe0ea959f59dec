package org.multipolar.explain;

import java.util.List;

/** A known change of law that will touch what is bought: when, which rule, and what it will ask. */
public record Upcoming(
        String date,
        String rule,
        String title,
        String change,
        String effect,
        String text,
        List<String> demands,
        List<String> offers) {}
