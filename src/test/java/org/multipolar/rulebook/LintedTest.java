package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;

/** What the build kept of the rules is what the linter finds, and only of files that are still the same. */
class LintedTest {

    private static final Linted LINTED = Linted.read(Linted.write(Shipped.rules()));

    @Test
    void kept_rules_are_those_the_linter_finds() {
        var linted = RulebookReader.read(Shipped.rules()).orThrow();
        var kept = RulebookReader.read(Shipped.rules(), LINTED).orThrow();

        assertThat(kept.rules()).isEqualTo(linted.rules());
        assertThat(kept.cards()).isEqualTo(linted.cards());
        assertThat(kept.digest()).isEqualTo(linted.digest());
    }

    @Test
    void a_file_that_changed_is_linted_anew() {
        var files = new TreeMap<>(Shipped.rules());
        var text = new String(World.known(files, "eu/gdpr.drl"), UTF_8);
        files.put(
                "eu/gdpr.drl", text.replace("findings.oblige(", "System.exit(").getBytes(UTF_8));

        assertThat(RulebookReader.read(files, LINTED)
                        .<String>fold(good -> "taken", bad -> bad.file() + " " + bad.what()))
                .startsWith("eu/gdpr.drl (EU-GDPR-9-SPECIAL) does more than note one finding");
    }

    @Test
    void a_kept_condition_is_held_against_the_parameters_of_today() {
        var files = new TreeMap<>(Shipped.rules());
        var text = new String(World.known(files, "parameters/common.yaml"), UTF_8);
        files.put(
                "parameters/common.yaml",
                text.replace("parameter: eea\n", "parameter: eea-no-more\n").getBytes(UTF_8));

        assertThat(RulebookReader.read(files, LINTED).<String>fold(good -> "taken", bad -> bad.what()))
                .contains("names the parameter (eea)");
    }
}
