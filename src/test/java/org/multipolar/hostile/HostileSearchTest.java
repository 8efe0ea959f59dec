package org.multipolar.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Nothing that anybody writes makes a reader do anything but read or refuse it.
 *
 * <p>Each reader is searched for {@link #USUAL} where nothing is said, two groups of them side by side, of which the readers of
 * one take turns. From 20 seconds on each has a process of its own: {@code -Dfuzz=60s}, {@code -Dfuzz=1h}; {@code
 * -Dfuzz.reader=yaml} searches one. What is found belongs into {@code src/test/resources/hostile/} when it
 * is mended.
 */
class HostileSearchTest {

    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration EACH = each(System.getProperty("fuzz", ""));
    private static final Duration ALONE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 2;

    private static Duration each(String stated) {
        return stated.isEmpty() ? USUAL : Duration.parse("PT" + stated.toUpperCase(Locale.ROOT));
    }

    private static List<Reader> chosen() {
        var one = System.getProperty("fuzz.reader", "");
        return one.isEmpty()
                ? List.of(Reader.values())
                : List.of(Reader.valueOf(one.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static List<List<Reader>> groups() {
        var readers = chosen();
        int size = EACH.compareTo(ALONE) >= 0 ? 1 : (readers.size() + AT_ONCE - 1) / AT_ONCE;
        var groups = new ArrayList<List<Reader>>();
        for (int from = 0; from < readers.size(); from += size) {
            groups.add(readers.subList(from, Math.min(readers.size(), from + size)));
        }
        return groups;
    }

    @Test
    void no_reader_is_surprised() throws Exception {
        assumeTrue(EACH.toMillis() > 0, "-Dfuzz=0s: nothing is searched");
        var groups = groups();
        var found = new ArrayList<String>();
        for (int from = 0; from < groups.size(); from += AT_ONCE) {
            var running = groups.subList(from, Math.min(groups.size(), from + AT_ONCE)).stream()
                    .map(readers -> Search.of(readers, EACH))
                    .toList();
            try {
                for (var search : running) {
                    var finding = search.found();
                    if (finding != null) {
                        found.add(finding);
                    }
                }
            } finally {
                running.forEach(Search::stop);
            }
        }
        assertThat(found).isEmpty();
    }
}
