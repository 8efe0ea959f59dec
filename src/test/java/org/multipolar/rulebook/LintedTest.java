package org.multipolar.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.Digests;

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

    @Test
    void a_folder_is_written_line_by_line() {
        var files = small();

        assertThat(Linted.write(files))
                .isEqualTo(
                        """
                        F %s small.drl
                        R 6 oblige R
                        @ kind regulatory
                        @ sources house-policy
                        @ statement Two\\nlines
                        @ status in-force
                        @ title A rule of a test
                        ? sector.named("finance")
                        ? (flags.has("x") || flags.has("y"))
                        R 19 unstated R where nobody states it
                        @ kind regulatory
                        @ sources house-policy
                        @ status in-force
                        @ title A rule of a test
                        ? placeStated.named("no")
                        """
                                .formatted(Digests.of(World.known(files, "small.drl"))));
    }

    @Test
    void what_was_kept_of_a_file_with_the_same_bytes_stands_for_it() {
        var files = small();
        var altered =
                Linted.write(files).replace("R 6 oblige R", "R 7 exclude R").replace("finance", "health");

        var rulebook = RulebookReader.read(files, Linted.read(altered)).orThrow();

        assertThat(rulebook.card("R").effect()).isEqualTo(Effect.EXCLUDE);
        assertThat(rulebook.card("R").line()).isEqualTo(7);
        assertThat(rulebook.card("R").statement()).isEqualTo("Two\nlines");
        assertThat(rulebook.rules())
                .extracting(rule -> rule.when().text())
                .containsExactly(
                        "(sector.named(\"health\") && (flags.has(\"x\") || flags.has(\"y\")))",
                        "(placeStated.named(\"no\"))");
    }

    private static Map<String, byte[]> small() {
        return new SmallRules()
                .rule(
                        "R",
                        "oblige",
                        "@statement( \"Two\nlines\" )",
                        "sector.named(\"finance\"), flags.has(\"x\") || flags.has(\"y\")")
                .rule("R where nobody states it", "R", "unstated", "", "placeStated.named(\"no\")")
                .folder();
    }
}
