package org.multipolar.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.bundle.BundleVerifier;
import org.multipolar.bundle.Signers;
import org.multipolar.bundle.SmallFolders;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@EnabledOnOs(OS.LINUX)
class BundleScriptTest {

    private static final int LARGEST = 1 << 20;

    /** The program as the tests have it: it need not be packaged. */
    private static final String PROGRAM = "%s -cp %s org.multipolar.Main"
            .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));

    private static String run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MULTIPOLAR", PROGRAM);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private static SortedMap<String, String> shipped() throws IOException {
        var files = new TreeMap<String, String>();
        for (var folder : List.of("profiles", "rules")) {
            try (var walk = Files.walk(Path.of(folder))) {
                for (var file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                    files.put(file.toString(), AllowList.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    @Test
    void profiles_and_rules_are_packed_whole_and_the_same_each_time() throws Exception {
        var said = run("sh", "k8s/bundle.sh");
        assertThat(run("sh", "k8s/bundle.sh", "profiles", "rules")).isEqualTo(said);

        var files = new TreeMap<String, String>();
        unpacked(said).forEach((path, bytes) -> files.put(path, AllowList.sha256(bytes)));
        assertThat(files).isEqualTo(shipped());
    }

    private static SortedMap<String, byte[]> unpacked(String said) throws IOException {
        var map = new ObjectMapper()
                .<JsonNode>valueToTree(new Load(LoadSettings.builder().build()).loadFromString(said));
        var packed =
                Base64.getDecoder().decode(map.at("/binaryData/bundle.tar.gz").asText());
        assertThat(packed).hasSizeLessThan(LARGEST);
        assertThat(map.at("/metadata/annotations/multipolar.org~1sha256").asText())
                .isEqualTo(AllowList.sha256(packed));

        var files = new TreeMap<String, byte[]>();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            Tar.read(in).stream().filter(each -> !each.folder()).forEach(each -> files.put(each.path(), each.bytes()));
        }
        return files;
    }

    @Test
    void with_a_key_copies_are_signed_and_what_is_unpacked_holds(@TempDir Path folder) throws Exception {
        var key = SmallFolders.key(folder, "key");
        var profiles = folder.resolve("profiles");
        var rules = folder.resolve("rules");
        SmallFolders.write(profiles, SmallFolders.profiles());
        SmallFolders.write(rules, SmallFolders.rules("A rule"));

        var files = unpacked(run(
                "sh",
                "k8s/bundle.sh",
                "--key",
                folder.resolve("key").toString(),
                "--revision",
                "7",
                profiles.toString(),
                rules.toString()));

        var manifest = BundleVerifier.verify(
                below("profiles/", files), below("rules/", files), new Signers(Set.of(key.publicKey())));
        assertThat(manifest.revision()).isEqualTo(7);
        assertThat(rules.resolve("MANIFEST.json")).doesNotExist();
    }

    private static Map<String, byte[]> below(String folder, Map<String, byte[]> files) {
        var below = new TreeMap<String, byte[]>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(folder)) {
                below.put(path.substring(folder.length()), bytes);
            }
        });
        return below;
    }
}
