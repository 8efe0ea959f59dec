package org.multipolar.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.catalog.BadInput;

/** A signed bundle of which any byte was changed, or any end cut off, is never taken for one that was signed. */
class BundleVerifierLaws {

    /** One bit of each byte, another with each byte; all eight are one flag away. */
    private static final int FLIPS = Boolean.getBoolean("slow") ? 8 : 1;

    private final Map<String, byte[]> profiles = SmallFolders.profiles();
    private final Map<String, byte[]> rules;
    private final Signers signers;
    private final Manifest manifest;

    BundleVerifierLaws(@TempDir Path folder) {
        var key = SmallFolders.key(folder, "key");
        signers = new Signers(Set.of(key.publicKey()));
        rules = SmallFolders.signed(SmallFolders.rules("A rule"), 7, key);
        manifest = BundleVerifier.verify(profiles, rules, signers);
    }

    @Test
    void what_was_signed_holds() {
        assertThat(manifest.revision()).isEqualTo(7);
        assertThat(manifest.made()).isEqualTo(SmallFolders.MADE);
        assertThat(manifest.files()).hasSize(profiles.size() + rules.size() - 2);
    }

    @Test
    void any_flipped_byte_of_any_file_is_refused() {
        int broken = 0;
        for (var file : all().entrySet()) {
            for (int at = 0; at < file.getValue().length; at++) {
                for (int bit = 0; bit < FLIPS; bit++) {
                    var bytes = file.getValue().clone();
                    bytes[at] ^= (byte) (1 << ((at + bit) % 8));
                    refused(file.getKey(), bytes, "byte %d, bit %d".formatted(at, bit));
                    broken++;
                }
            }
        }
        assertThat(broken).isGreaterThan(5_000 * FLIPS);
    }

    @Test
    void any_file_cut_anywhere_is_refused() {
        for (var file : all().entrySet()) {
            for (int length = 0; length < file.getValue().length; length++) {
                refused(file.getKey(), Arrays.copyOf(file.getValue(), length), "cut at " + length);
            }
        }
    }

    private Map<String, byte[]> all() {
        var all = new TreeMap<String, byte[]>();
        profiles.forEach((path, bytes) -> all.put("profiles/" + path, bytes));
        rules.forEach((path, bytes) -> all.put("rules/" + path, bytes));
        return all;
    }

    private void refused(String file, byte[] bytes, String how) {
        boolean rule = file.startsWith("rules/");
        var files = new TreeMap<>(rule ? rules : profiles);
        files.put(file.substring(file.indexOf('/') + 1), bytes);
        try {
            if (file.startsWith("rules/MANIFEST")) {
                BundleVerifier.verify(profiles, files, signers);
            } else {
                // Another file changes nothing about the signature, which takes most of the time.
                BundleVerifier.compare(manifest, rule ? profiles : files, rule ? files : rules);
            }
        } catch (BadInput refused) {
            var expected = file.startsWith("rules/MANIFEST") ? "rules/MANIFEST.sig" : file;
            if (!refused.fault().file().equals(expected)) {
                throw new AssertionError("%s of %s is told of %s".formatted(how, file, refused.fault()));
            }
            return;
        }
        throw new AssertionError("%s of %s is not noticed".formatted(how, file));
    }
}
