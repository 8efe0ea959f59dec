package org.multipolar.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.BadInput;

/** Each way to pass a bundle off as another is refused with what is wrong and where. */
class BundleVerifierTest {

    private final Map<String, byte[]> profiles = new TreeMap<>(SmallFolders.profiles());
    private final Map<String, byte[]> rules;
    private final SigningKey key;
    private final Path folder;
    private Signers signers;

    BundleVerifierTest(@TempDir Path folder) {
        this.folder = folder;
        key = SmallFolders.key(folder, "key");
        signers = new Signers(Set.of(key.publicKey()));
        rules = SmallFolders.signed(SmallFolders.rules("A rule"), 7, key);
    }

    private void refused(String file, String what) {
        assertThatThrownBy(() -> BundleVerifier.verify(profiles, rules, signers))
                .isInstanceOfSatisfying(BadInput.class, bad -> {
                    assertThat(bad.fault().file()).isEqualTo(file);
                    assertThat(bad.fault().what()).contains(what);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST.json", "MANIFEST.sig"})
    void a_bundle_that_is_not_signed(String missing) {
        rules.remove(missing);
        refused("rules/" + missing, "the bundle is not signed");
    }

    @Test
    void a_file_that_is_missing() {
        profiles.remove("suppliers/offers.csv");
        refused("profiles/suppliers/offers.csv", "the file is missing; the manifest of revision 7 lists it");
    }

    @Test
    void a_file_more() {
        rules.put("house/two.drl", new byte[0]);
        refused("rules/house/two.drl", "is not in the manifest of revision 7");
    }

    @Test
    void two_files_in_each_others_place() {
        var offers = Objects.requireNonNull(profiles.get("suppliers/offers.csv"));
        profiles.put("suppliers/offers.csv", Objects.requireNonNull(profiles.get("suppliers/hosts.csv")));
        profiles.put("suppliers/hosts.csv", offers);
        refused("profiles/suppliers/hosts.csv", "is another than the one signed with revision 7");
    }

    @Test
    void a_file_that_moved_to_the_other_folder() {
        rules.put("licences.csv", Objects.requireNonNull(profiles.remove("suppliers/licences.csv")));
        refused("profiles/suppliers/licences.csv", "1 more disagree");
    }

    @Test
    void a_signature_of_somebody_who_may_not() {
        var other = SmallFolders.key(folder, "other");
        rules.putAll(SmallFolders.signed(SmallFolders.rules("A rule"), 7, other));
        refused("rules/MANIFEST.sig", "the key %s is nobody's who may sign".formatted(other.keyId()));
    }

    @Test
    void a_signature_of_another_manifest() {
        var other = SmallFolders.signed(SmallFolders.rules("Another rule"), 8, key);
        rules.put("MANIFEST.sig", Objects.requireNonNull(other.get("MANIFEST.sig")));
        refused("rules/MANIFEST.sig", "the signature of MANIFEST.json does not hold");
    }

    @Test
    void somebodys_key_beside_anothers_signature() {
        var other = SmallFolders.key(folder, "other");
        var text = manifest();
        sign(text, key.publicKey() + "\n" + other.sign(text.getBytes(UTF_8)) + "\n");
        refused("rules/MANIFEST.sig", "does not hold");
    }

    /** The last letter of 64 bytes in base64 has four bits that mean nothing, and so has that of a key of 44 bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void bits_of_base64_that_mean_nothing(int line) {
        var lines = new String(Objects.requireNonNull(rules.get("MANIFEST.sig")), UTF_8).split("\n", -1);
        int last = Objects.requireNonNull(lines[line]).replaceAll("=+$", "").length() - 1;
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char next = letters.charAt(letters.indexOf(lines[line].charAt(last)) + 1);
        lines[line] = lines[line].substring(0, last) + next + lines[line].substring(last + 1);
        rules.put("MANIFEST.sig", String.join("\n", lines).getBytes(UTF_8));
        refused("rules/MANIFEST.sig", line == 0 ? "no public key" : "does not hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\n\n", "a\nb", "a\nb\nc\n", "a\nb\n "})
    void a_signature_of_another_form(String text) {
        rules.put("MANIFEST.sig", text.getBytes(UTF_8));
        refused("rules/MANIFEST.sig", text.equals("\n\n") ? "no public key" : "each on a line");
    }

    @Test
    void a_signature_that_never_ends() {
        rules.put("MANIFEST.sig", new byte[1 << 20]);
        refused("rules/MANIFEST.sig", "each on a line");
    }

    @Test
    void a_manifest_that_never_ends() {
        var text = " ".repeat(Manifest.LARGEST) + manifest();
        sign(text, signature(text));
        refused("rules/MANIFEST.json", "larger than 4194304 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "revision":7                | "revision":7,"revision":7                | Duplicate field 'revision'
            "rules/sources.csv"         | "rules/house/one.drl"                    | Duplicate field 'rules/house/one.drl'
            "revision":7                | "revision": 7                            | not the one spelling
            "revision":7                | "revision":7.0                           | not written as a whole number
            "revision":7                | "revision":"7"                           | is a text
            "revision":7                | "revision":0                             | from one on
            "revision":7                | "revision":-7                            | from one on
            "revision":7                | "revision":9007199254740992              | too large
            "revision":7                | "revision":7,"more":1                    | nobody knows this key
            ,"revision":7               | ``                                       | from one on
            "format":"multipolar-bundle/1" | "format":"multipolar-bundle/2"        | only multipolar-bundle/1
            "made":"2026-11-22T12:00:00Z" | "made":"2026-11-22T12:00:00.0Z"        | not the one spelling
            "made":"2026-11-22T12:00:00Z" | "made":"yesterday"                     | is no instant
            "rules/sources.csv"         | "rules/..\\/sources.csv"                 | no path of a file
            "rules/sources.csv"         | "rules/../sources.csv"                   | no path of a file
            "rules/sources.csv"         | "/etc/passwd"                            | no path of a file
            "rules/sources.csv"         | "../sources.csv"                         | no path of a file
            "rules/sources.csv"         | "rules//sources.csv"                     | no path of a file
            "rules/sources.csv"         | "rules/./sources.csv"                    | no path of a file
            "rules/sources.csv"         | "rules/.sources.csv"                     | no path of a file
            "rules/sources.csv"         | "rules\\\\sources.csv"                   | no path of a file
            "rules/sources.csv"         | "rules/C:sources.csv"                    | no path of a file
            "rules/sources.csv"         | "rules/sources.csv\\u0000"               | which is no text
            "rules/sources.csv"         | "rules/"                                 | no path of a file
            "rules/sources.csv"         | "other/sources.csv"                      | no path of a file
            "rules/sources.csv"         | "rules/MANIFEST.sig"                     | no path of a file
            "rules/sources.csv"         | "rules/sources.csv":[],"x"               | a text is expected
            "rules/sources.csv"         | "rules/sources.csv":"abc","x"            | 64 digits
            """)
    void a_signed_manifest_that_says_something_else(String from, String to, String what) {
        forged(text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        });
        refused("rules/MANIFEST.json", what);
    }

    @Test
    void paths_that_differ_by_capitals_only() {
        assertThatThrownBy(() -> BundleSigner.sign(
                        Map.of("a.csv", new byte[0], "A.csv", new byte[0]), Map.of(), 1, SmallFolders.MADE, key))
                .hasMessageContaining("by capitals only");
    }

    @Test
    void a_path_longer_than_any_stack() {
        forged(text -> text.replace("\"rules/sources.csv\"", "\"rules" + "/a".repeat(20_000) + "\""));
        refused("rules/MANIFEST.json", "no path of a file");
    }

    @Test
    void a_manifest_as_deep_as_it_is_long() {
        forged(text -> text.replace("\"revision\":7", "\"revision\":" + "[".repeat(900_000)));
        refused("rules/MANIFEST.json", "a whole number is expected");
    }

    @Test
    void a_manifest_that_is_no_utf_8_or_something_follows() {
        forged(text -> text + "{}");
        refused("rules/MANIFEST.json", "something follows the end");
        forged(text -> "\uFEFF" + text);
        refused("rules/MANIFEST.json", "byte order mark");
    }

    @Test
    void a_manifest_that_names_another_key() {
        forged(text -> text.replace(key.keyId(), "0123456789abcdef"));
        refused("rules/MANIFEST.json", "the manifest names the key 0123456789abcdef; " + key.keyId() + " signed");
    }

    @Test
    void a_link_that_leads_out_of_the_folder(@TempDir Path elsewhere) throws IOException {
        SmallFolders.write(folder.resolve("rules"), rules);
        var drl = folder.resolve("rules/house/one.drl");
        var outside = Files.move(drl, elsewhere.resolve("one.drl"));
        Files.createSymbolicLink(drl, outside);
        assertThat(Folder.read(folder.resolve("rules"))).containsKey("house/one.drl");
        assertThatThrownBy(() -> Folder.own(folder.resolve("rules")))
                .hasMessageContaining("rules/house/one.drl: the file is a link that leads out of the folder");
    }

    /** As a ConfigMap is mounted: each file is a link into a hidden folder beside it. */
    @Test
    void a_link_within_the_folder_is_no_way_out() throws IOException {
        var mounted = Files.createDirectories(folder.resolve("mounted/..data"));
        Files.writeString(mounted.resolve("sources.csv"), "key\n");
        Files.createSymbolicLink(folder.resolve("mounted/sources.csv"), Path.of("..data/sources.csv"));
        assertThat(Folder.own(folder.resolve("mounted"))).containsOnlyKeys("sources.csv");
    }

    @Test
    void a_backslash_in_a_name_is_no_step_into_a_folder() throws IOException {
        SmallFolders.write(folder.resolve("rules"), rules);
        Files.writeString(folder.resolve("rules/house\\one.drl"), "another");
        rules.putAll(Folder.own(folder.resolve("rules")));
        refused("rules/house\\one.drl", "is not in the manifest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | no public key lies here", "# nobody | no public key lies here", "abc | line is no public key"
            })
    void signers_that_are_none(String text, String what) throws IOException {
        var file = Files.writeString(folder.resolve("signers"), text + "\n");
        assertThatThrownBy(() -> Signers.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(what);
    }

    @Test
    void a_secret_key_among_the_signers_is_not_shown() throws IOException {
        var secret = Files.readAllLines(folder.resolve("key")).get(0);
        var file = Files.writeString(folder.resolve("signers"), key.publicKey() + "\n" + secret + "\n");
        assertThatThrownBy(() -> Signers.read(file))
                .hasMessageContaining("signers:2: this line is no public key")
                .message()
                .doesNotContain(secret.substring(10, 30));
    }

    @Test
    void signers_are_all_keys_of_all_files_of_a_folder() throws IOException {
        var other = SmallFolders.key(folder, "other");
        var place = Files.createDirectories(folder.resolve("signers"));
        Files.writeString(place.resolve("old"), "# until the end of the year\n" + key.publicKey() + "\n\n");
        Files.writeString(place.resolve("new"), other.publicKey() + "\n");
        signers = Signers.read(place);
        assertThat(signers.publicKeys()).containsExactlyInAnyOrder(key.publicKey(), other.publicKey());
        assertThat(BundleVerifier.verify(profiles, rules, signers).key()).isEqualTo(key.keyId());
    }

    private String manifest() {
        return new String(Objects.requireNonNull(rules.get("MANIFEST.json")), UTF_8);
    }

    private String signature(String text) {
        return key.publicKey() + "\n" + key.sign(text.getBytes(UTF_8)) + "\n";
    }

    private void sign(String text, String signature) {
        rules.put("MANIFEST.json", text.getBytes(UTF_8));
        rules.put("MANIFEST.sig", signature.getBytes(UTF_8));
    }

    /** A manifest that whoever may sign has signed although it is not as it should be. */
    private void forged(UnaryOperator<String> change) {
        rules.putAll(SmallFolders.signed(SmallFolders.rules("A rule"), 7, key));
        var text = change.apply(manifest());
        sign(text, signature(text));
    }
}
