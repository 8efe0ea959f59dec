package org.multipolar.image;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThreatModelTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!threat)(.+) \\| (.+) \\| (.+) \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void every_defence_has_a_test_that_exists() throws IOException {
        var text = Files.readString(Path.of("SECURITY.md"));
        var rows = ROW.matcher(text).results().toList();
        assertThat(rows).hasSizeGreaterThan(20);
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(toCollection(TreeSet::new));
            assertThat(rows).allSatisfy(row -> {
                var named = TEST.matcher(row.group(3))
                        .results()
                        .map(each -> each.group(1))
                        .toList();
                assertThat(named).as(row.group(1)).isNotEmpty();
                assertThat(tests).containsAll(named);
            });
        }
    }
}
