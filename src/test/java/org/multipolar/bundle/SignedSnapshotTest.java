package org.multipolar.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.bundle.LiveSnapshot.Look;
import org.multipolar.catalog.BadInput;

/** Where signatures are asked for, only what was signed gets in; and what got in last is there at the next start. */
class SignedSnapshotTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Path profiles;
    private final Path rules;
    private final Path signers;
    private final Path kept;
    private final SigningKey key;
    private final SigningKey other;
    private final Safeguards safeguards;

    SignedSnapshotTest(@TempDir Path folder) {
        profiles = folder.resolve("profiles");
        rules = folder.resolve("rules");
        signers = folder.resolve("signers");
        kept = folder.resolve("kept");
        key = SmallFolders.key(folder, "key");
        other = SmallFolders.key(folder, "other");
        safeguards = new Safeguards(signers, kept);
    }

    @BeforeEach
    void seven() throws IOException {
        Files.writeString(signers, key.publicKey() + "\n");
        SmallFolders.write(profiles, SmallFolders.profiles());
        sign("Seven", 7, key);
    }

    private void sign(String title, long revision, SigningKey with) {
        SmallFolders.write(rules, SmallFolders.signed(SmallFolders.rules(title), revision, with));
    }

    private LiveSnapshot opened() {
        return LiveSnapshot.open(profiles, rules, safeguards);
    }

    private static Look looks(LiveSnapshot live) {
        assertThat(live.look(NOW)).isEqualTo(Look.SETTLING);
        return live.look(NOW);
    }

    private static void serves(LiveSnapshot live, String title) {
        assertThat(live.current().snapshot().rulebook().card("ONE").title()).isEqualTo(title);
    }

    private static void refuses(LiveSnapshot live, String file, String what) {
        assertThat(looks(live)).isEqualTo(Look.REFUSED);
        var fault = Objects.requireNonNull(live.refusal()).fault();
        assertThat(fault.file()).isEqualTo(file);
        assertThat(fault.what()).contains(what);
    }

    @Test
    void a_newer_signed_bundle_is_taken() {
        var live = opened();
        serves(live, "Seven");
        assertThat(Objects.requireNonNull(live.current().manifest()).revision()).isEqualTo(7);

        sign("Eight", 8, key);
        assertThat(looks(live)).isEqualTo(Look.SWAPPED);
        serves(live, "Eight");
        assertThat(live.refusal()).isNull();
        assertThat(live.unkept()).isNull();
    }

    @Test
    void a_change_that_nobody_signed_is_refused_before_it_is_read_as_a_rule() throws IOException {
        var live = opened();
        // No rule file at all: a reader would complain of that instead.
        Files.writeString(rules.resolve("house/one.drl"), "System.exit(1);");
        refuses(live, "rules/house/one.drl", "is another than the one signed with revision 7");
        serves(live, "Seven");
    }

    @Test
    void a_signature_does_not_make_a_bad_rule_good() {
        var live = opened();
        SmallFolders.write(rules, SmallFolders.signed(failing(), 8, key));
        refuses(live, "house/one.cases.yaml", "the case fails");
        serves(live, "Seven");
    }

    private static byte[] text(Map<String, byte[]> files, String file, String from, String to) {
        return new String(files.get(file), java.nio.charset.StandardCharsets.UTF_8)
                .replace(from, to)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void an_older_bundle_does_not_come_back_but_its_contents_do_once_signed_anew() {
        var live = opened();
        sign("Eight", 8, key);
        looks(live);

        sign("Seven", 7, key);
        refuses(live, "rules/MANIFEST.json", "revision 7 is older than 8");
        serves(live, "Eight");
        sign("Seven", 9, key);
        assertThat(looks(live)).isEqualTo(Look.SWAPPED);
        serves(live, "Seven");
    }

    @Test
    void one_revision_has_one_content_whoever_signs_it() throws IOException {
        var live = opened();
        sign("Another", 7, key);
        refuses(live, "rules/MANIFEST.json", "revision 7 was in use with other files");
        Files.writeString(signers, key.publicKey() + "\n" + other.publicKey() + "\n");
        sign("Seven", 7, other);
        assertThat(looks(live)).isEqualTo(Look.SWAPPED);
    }

    @Test
    void keys_are_changed_while_it_runs() throws IOException {
        var live = opened();
        sign("Eight", 8, other);
        refuses(live, "rules/MANIFEST.sig", "nobody's who may sign");

        Files.writeString(signers, key.publicKey() + "\n" + other.publicKey() + "\n");
        assertThat(looks(live)).isEqualTo(Look.SWAPPED);
        Files.writeString(signers, key.publicKey() + "\n");
        refuses(live, "rules/MANIFEST.sig", "nobody's who may sign");
        serves(live, "Eight");
        Files.delete(signers);
        refuses(live, signers.toString(), "cannot be read");
        serves(live, "Eight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "unsigned", "changed", "older", "failing"})
    void a_start_with_bad_folders_serves_the_last_good_one_until_they_are_good(String how) throws IOException {
        var before = opened();
        sign("Eight", 8, key);
        looks(before);
        spoil(how);

        var live = opened();
        serves(live, "Eight");
        assertThat(live.fallback()).isTrue();
        assertThat(Objects.requireNonNull(live.current().manifest()).revision()).isEqualTo(8);
        assertThat(live.refusal()).isNotNull();
        assertThat(live.look(NOW)).isEqualTo(Look.UNCHANGED);

        sign("Ten", 10, key);
        assertThat(looks(live)).isEqualTo(Look.SWAPPED);
        serves(live, "Ten");
        assertThat(live.fallback()).isFalse();
        assertThat(live.refusal()).isNull();
    }

    private void spoil(String how) throws IOException {
        switch (how) {
            case "gone" -> SmallFolders.write(rules, Map.of());
            case "unsigned" -> Files.delete(rules.resolve("MANIFEST.sig"));
            case "changed" -> Files.writeString(rules.resolve("sources.csv"), "key\n");
            case "failing" -> SmallFolders.write(rules, SmallFolders.signed(failing(), 9, key));
            default -> sign("Seven", 7, key);
        }
    }

    /** Rules of which a case fails. */
    private static Map<String, byte[]> failing() {
        var bad = new TreeMap<>(SmallFolders.rules("Failing"));
        bad.put("house/one.drl", text(bad, "house/one.drl", "\"finance\"", "\"health\""));
        return bad;
    }

    /** A start should not take longer for being careful: the cases were run when the bundle was taken. */
    @Test
    void what_lies_kept_already_is_not_tried_again_and_all_else_is() {
        var failing = SmallFolders.signed(failing(), 8, key);
        SmallFolders.write(rules, failing);
        assertThatThrownBy(this::opened).hasMessageContaining("the case fails");
        new LastGood(kept).keep(SmallFolders.profiles(), failing);
        serves(opened(), "Failing");
    }

    @Test
    void a_folder_that_cannot_be_listed_is_taken_once_it_can() throws IOException {
        opened();
        Files.move(rules, rules.resolveSibling("away"));
        var live = opened();
        serves(live, "Seven");
        Files.move(rules.resolveSibling("away"), rules);
        assertThat(looks(live)).isEqualTo(Look.SWAPPED);
    }

    @Test
    void what_was_kept_and_changed_since_is_not_served() throws IOException {
        opened();
        var file = kept.resolve(LastGood.FILE);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        Files.delete(rules.resolve("MANIFEST.sig"));
        assertThatThrownBy(this::opened)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("rules/MANIFEST.sig: the bundle is not signed")
                .hasMessageContaining("its digest is another");
    }

    /** Whoever writes the file can write its digest too; not the signature. */
    @Test
    void what_was_planted_is_not_served() throws IOException {
        Files.delete(rules.resolve("MANIFEST.sig"));
        for (var planted : java.util.List.of(
                SmallFolders.rules("Planted"), SmallFolders.signed(SmallFolders.rules("Planted"), 9, other))) {
            new LastGood(kept).keep(SmallFolders.profiles(), planted);
            assertThatThrownBy(this::opened).isInstanceOf(BadInput.class).hasMessageContaining("cannot serve instead");
        }
    }

    @Test
    void a_good_start_tells_of_what_it_found_and_keeps_its_own() throws IOException {
        Files.createDirectories(kept);
        Files.writeString(kept.resolve(LastGood.FILE), "rubbish");
        var live = opened();
        assertThat(Objects.requireNonNull(live.found()).what()).contains("its first line is not the digest");
        assertThat(new LastGood(kept).read()).isNotNull();
    }

    @Test
    void a_bundle_that_cannot_be_kept_serves_and_is_kept_later() throws IOException {
        Files.writeString(kept, "a file where the folder should be");
        var live = opened();
        serves(live, "Seven");
        assertThat(Objects.requireNonNull(live.unkept()).what()).contains("cannot be kept for the next start");
        Files.delete(kept);
        live.look(Instant.now().plusSeconds(30));
        assertThat(live.unkept()).isNotNull();
        live.look(Instant.now().plusSeconds(90));
        assertThat(live.unkept()).isNull();
        assertThat(new LastGood(kept).read()).isNotNull();
    }

    @Test
    void without_signers_the_last_good_one_is_served_by_its_digest_alone() throws IOException {
        var unsigned = new Safeguards(null, kept);
        SmallFolders.write(rules, SmallFolders.rules("Unsigned"));
        LiveSnapshot.open(profiles, rules, unsigned);
        Files.writeString(rules.resolve("house/one.drl"), "rubbish");
        var live = LiveSnapshot.open(profiles, rules, unsigned);
        serves(live, "Unsigned");
        assertThat(live.fallback()).isTrue();
        assertThat(live.current().manifest()).isNull();
    }

    @Test
    void the_digest_of_the_rules_is_the_same_signed_or_not() {
        var plain = SnapshotReader.read(SmallFolders.profiles(), SmallFolders.rules("Seven"))
                .orThrow();
        assertThat(opened().current().snapshot().rulebook().digest())
                .isEqualTo(plain.rulebook().digest());
    }
}
