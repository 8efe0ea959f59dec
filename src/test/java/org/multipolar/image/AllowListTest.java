package org.multipolar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);
    private static final String HERE = "lib/main/com.google.ortools.ortools-linux-x86-64-9.jar";
    private static final String ELSEWHERE = "lib/main/com.google.ortools.ortools-darwin-aarch64-9.jar";

    private static AllowList of(Map<String, String> digests) {
        return new AllowList(new TreeMap<>(digests));
    }

    @Test
    void the_same_libraries_pass() {
        var list = of(Map.of("lib/main/a-1.jar", ONE, HERE, ONE, ELSEWHERE, TWO));
        assertThat(list.differences(of(Map.of("lib/main/a-1.jar", ONE, HERE, ONE))))
                .isEmpty();
    }

    @Test
    void a_new_a_changed_and_a_missing_library_are_told() {
        var list = of(Map.of("lib/main/a-1.jar", ONE, "lib/main/b-1.jar", ONE));
        assertThat(list.differences(of(Map.of("lib/main/a-1.jar", TWO, "lib/main/c-1.jar", ONE))))
                .containsExactly(
                        "lib/main/a-1.jar has other bytes than listed",
                        "lib/main/c-1.jar is shipped and not listed",
                        "lib/main/b-1.jar is listed and not shipped");
    }

    @Test
    void machine_code_that_is_not_listed_is_told() {
        assertThat(of(Map.of(ELSEWHERE, TWO)).differences(of(Map.of(HERE, ONE))))
                .containsExactly(HERE + " is shipped and not listed");
    }

    @Test
    void a_renewed_list_keeps_other_machines_of_the_same_version() {
        var list = of(Map.of(
                "lib/main/a-1.jar",
                ONE,
                ELSEWHERE,
                TWO,
                "lib/main/com.google.ortools.ortools-win32-x86-64-8.jar",
                TWO));
        assertThat(list.renewed(of(Map.of("lib/main/a-2.jar", TWO, HERE, ONE))))
                .isEqualTo(of(Map.of("lib/main/a-2.jar", TWO, HERE, ONE, ELSEWHERE, TWO)));
    }

    @Test
    void what_is_written_is_read_again() {
        var list = of(Map.of("lib/main/a-1.jar", ONE, HERE, TWO));
        assertThat(AllowList.parsed(list.toString())).isEqualTo(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lib/main/a-1.jar", "12  lib/main/a-1.jar", "# words"})
    void a_line_that_is_none_is_refused(String line) {
        assertThatThrownBy(() -> AllowList.parsed(line + "\n")).hasMessageContaining(line);
    }
}
