package org.multipolar.sweep;

import java.util.List;

/**
 * The mixes that a sweep holds in every future.
 *
 * @param mixes the first is the best as things are
 * @param robust what the search for robust ones came to
 */
public record Chosen(List<KnownMix> mixes, List<SweepReport.Robust> robust) {
    public Chosen {
        mixes = List.copyOf(mixes);
        robust = List.copyOf(robust);
    }
}
