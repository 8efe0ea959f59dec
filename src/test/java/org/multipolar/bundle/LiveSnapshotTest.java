package org.multipolar.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.bundle.LiveSnapshot.Look;
import org.multipolar.catalog.BadInput;

/** A changed folder is taken whole or not at all. */
class LiveSnapshotTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Path PROFILES = Path.of("profiles");

    private final Path rules;
    private final LiveSnapshot live;

    LiveSnapshotTest(@TempDir Path rules) {
        this.rules = rules;
        Shipped.rules().forEach((file, bytes) -> write(rules, file, bytes));
        live = LiveSnapshot.open(PROFILES, rules);
    }

    @Test
    void nothing_happens_while_nothing_changes() {
        var before = live.current();

        assertThat(live.look(NOW)).isEqualTo(Look.UNCHANGED);
        assertThat(live.current()).isSameAs(before);
    }

    @Test
    void a_good_change_is_taken_once_it_has_settled() {
        var before = live.current();
        change("eu/gdpr.drl", "Special-category condition", "Condition for special categories");

        assertThat(live.look(NOW)).isEqualTo(Look.SETTLING);
        assertThat(live.current()).isSameAs(before);
        assertThat(live.look(NOW)).isEqualTo(Look.SWAPPED);

        assertThat(live.current()
                        .snapshot()
                        .rulebook()
                        .card("EU-GDPR-9-SPECIAL")
                        .title())
                .isEqualTo("Condition for special categories");
        assertThat(live.current().snapshot().rulebook().digest())
                .isNotEqualTo(before.snapshot().rulebook().digest());
        assertThat(live.refusal()).isNull();
        assertThat(live.look(NOW)).isEqualTo(Look.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eu/gdpr.drl | findings.oblige(\"EU-GDPR-9-SPECIAL\", $c); | System.exit(1); | eu/gdpr.drl | rule \"EU-GDPR-9-SPECIAL | more than note one finding",
                "eu/gdpr.drl | dataSensitivity.named(\"special-category\")) | dataSensitivity.named(\"special-category\" | eu/gdpr.drl | special-category | no rule file",
                "eu/gdpr.drl | dataSensitivity.named(\"special-category\")) | dataSensitivity.named(\"state\")) | cases/boundaries.cases.yaml | - id: BOUNDARY | the case fails: the verdict is",
                "parameters/eu.yaml | unit: date | unit: day | parameters/eu.yaml | unit: day | day",
                "sources.csv | gdpr,Regulation | gdpx,Regulation | parameters/eu.yaml | gdpr | gdpr"
            })
    void a_bad_change_is_refused_with_file_and_line_and_the_last_good_one_stays(
            String file, String from, String to, String at, String line, String what) throws IOException {
        var before = live.current();
        change(file, from, to);

        live.look(NOW);
        assertThat(live.look(NOW)).isEqualTo(Look.REFUSED);

        var refusal = Objects.requireNonNull(live.refusal());
        assertThat(refusal.fault().file()).isEqualTo(at);
        assertThat(Files.readAllLines(rules.resolve(at)).get(refusal.fault().line() - 1))
                .as(refusal.fault().message())
                .contains(line);
        assertThat(refusal.fault().what()).contains(what);
        assertThat(live.current()).isSameAs(before);
        assertThat(live.look(NOW)).isEqualTo(Look.UNCHANGED);

        change(file, to, from);
        live.look(NOW);
        assertThat(live.look(NOW)).isEqualTo(Look.SWAPPED);
        assertThat(live.refusal()).isNull();
        assertThat(live.current().snapshot().rulebook().digest())
                .isEqualTo(before.snapshot().rulebook().digest());
    }

    @Test
    void files_that_vanish_are_a_bad_change_too() throws IOException {
        Files.delete(rules.resolve("sources.csv"));
        var before = live.current();

        live.look(NOW);
        assertThat(live.look(NOW)).isEqualTo(Look.REFUSED);
        assertThat(live.current()).isSameAs(before);
    }

    @Test
    void a_file_cut_at_any_of_many_places_never_gets_in() {
        var before = live.current();
        var whole = Shipped.rules().get("eu/code-of-practice.drl");
        for (int length = 0; length < Objects.requireNonNull(whole).length - 1; length += 397) {
            write(rules, "eu/code-of-practice.drl", java.util.Arrays.copyOf(whole, length));
            live.look(NOW);

            assertThat(live.look(NOW)).as("cut at %d", length).isEqualTo(Look.REFUSED);
            assertThat(live.current()).isSameAs(before);
        }
    }

    @Test
    void a_folder_that_is_bad_from_the_start_is_not_opened() {
        change("eu/gdpr.drl", "findings.oblige", "findings.forget");

        assertThatThrownBy(() -> LiveSnapshot.opened(LiveSnapshot.opening(PROFILES, rules, Safeguards.NONE)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("eu/gdpr.drl")
                .hasMessageContaining("(forget)");
    }

    private void change(String file, String from, String to) {
        try {
            var path = rules.resolve(file);
            var text = Files.readString(path);
            assertThat(text).contains(from);
            Files.writeString(
                    path,
                    text.replaceFirst(
                            java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
            touch(path);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static void write(Path rules, String file, byte[] bytes) {
        try {
            Files.createDirectories(Objects.requireNonNull(rules.resolve(file).getParent()));
            Files.write(rules.resolve(file), bytes);
            touch(rules.resolve(file));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** Some file systems count time in steps that a test is faster than. */
    private static void touch(Path path) throws IOException {
        Files.setLastModifiedTime(
                path, FileTime.fromMillis(Files.getLastModifiedTime(path).toMillis() + ++touches));
    }

    private static long touches;
}
