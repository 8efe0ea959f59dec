package org.multipolar.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NetworkPolicyTest {

    /** Each range of the list has a word after it on what it is. */
    private static final Pattern RANGE = Pattern.compile("\"([0-9a-f.:]+/\\d+)\",? //");

    private static final Pattern EXCEPT = Pattern.compile("(?m)^ {14}- ([0-9a-f.:]+/\\d+)$");

    private static Set<String> found(String file, Pattern pattern) throws IOException {
        var ranges = new TreeSet<String>();
        pattern.matcher(Files.readString(Path.of(file))).results().forEach(each -> ranges.add(each.group(1)));
        return ranges;
    }

    @Test
    void the_network_keeps_from_the_same_ranges_as_the_service() throws IOException {
        var policy = found("k8s/base/network.yaml", EXCEPT);
        assertThat(policy)
                .hasSizeGreaterThan(20)
                .isEqualTo(found("src/main/java/org/multipolar/event/PublicAddresses.java", RANGE));
        for (var range : policy) {
            var first = InetAddress.getByName(List.of(range.split("/")).get(0));
            assertThat(PublicAddresses.hold(first)).as(range).isFalse();
        }
    }
}
