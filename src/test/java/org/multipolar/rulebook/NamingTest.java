package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;

/** Which rules speak of a thing by name, as reading the rules' files finds it. */
class NamingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Iterable<String> rules(Field field, String word) {
        return Naming.rules(Shipped.snapshot().rulebook(), Map.of(field, Set.of(word)), DAY).stream()
                .map(RuleCard::id)
                .toList();
    }

    @Test
    void a_licence_is_named_by_itself_and_in_lists() {
        assertThat(rules(Field.LICENCE, "falcon-llm"))
                .containsExactly("EU-AIA-OSS-LIMITS", "LIC-FALCON", "LIC-FALCON-COMMERCIAL");
    }

    @Test
    void to_be_left_out_by_name_is_not_to_be_named() {
        assertThat(rules(Field.LICENCE, "gemma-terms")).containsExactly("EU-AIA-OSS-LIMITS", "LIC-GEMMA-TERMS");
    }

    @Test
    void nobody_speaks_of_what_is_not_there() {
        assertThat(rules(Field.LICENCE, "no-such-licence")).isEmpty();
        assertThat(rules(Field.SECTOR, "falcon-llm")).isEmpty();
    }
}
