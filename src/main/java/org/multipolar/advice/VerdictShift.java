package org.multipolar.advice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Candidates or cases that go from one verdict to another, or keep it on other findings.
 *
 * @param appear how many gain a finding, by rule id; a question mark means that the finding is open
 * @param vanish how many lose a finding, by rule id
 * @param alter how many keep a finding that now does something else, by rule id
 * @param examples the first few
 */
public record VerdictShift(
        String from,
        String to,
        int count,
        Map<String, Integer> appear,
        Map<String, Integer> vanish,
        Map<String, Integer> alter,
        List<Example> examples) {

    /** One that moves: an offer and its place, or a case and its day. */
    public record Example(String name, String place) {}

    public VerdictShift {
        appear = Collections.unmodifiableMap(new TreeMap<>(appear));
        vanish = Collections.unmodifiableMap(new TreeMap<>(vanish));
        alter = Collections.unmodifiableMap(new TreeMap<>(alter));
        examples = List.copyOf(examples);
    }
}
