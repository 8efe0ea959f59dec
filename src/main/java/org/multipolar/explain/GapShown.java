package org.multipolar.explain;

import java.util.List;

/** A gap that the rulebook declares and that touches demands of this answer. */
public record GapShown(String region, String about, String coverage, String notCovered, List<String> demands) {}
