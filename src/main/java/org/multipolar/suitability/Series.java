package org.multipolar.suitability;

import java.util.List;
import org.multipolar.catalog.Benchmark;

/** The scores of one benchmark, higher meaning better, that help to link models. */
record Series(Benchmark benchmark, List<Sat> sat) {

    /** One model's score, turned so that higher is better, and how much it counts. */
    record Sat(String model, double score, double weight) {}

    Series {
        sat = List.copyOf(sat);
    }
}
