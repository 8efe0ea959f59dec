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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@EnabledOnOs(OS.LINUX)
class BundleScriptTest {

    private static final int LARGEST = 1 << 20;

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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

        var map = new ObjectMapper()
                .<JsonNode>valueToTree(new Load(LoadSettings.builder().build()).loadFromString(said));
        var packed =
                Base64.getDecoder().decode(map.at("/binaryData/bundle.tar.gz").asText());
        assertThat(packed).hasSizeLessThan(LARGEST);
        assertThat(map.at("/metadata/annotations/multipolar.org~1sha256").asText())
                .isEqualTo(AllowList.sha256(packed));

        var files = new TreeMap<String, String>();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            Tar.read(in).stream()
                    .filter(each -> !each.folder())
                    .forEach(each -> files.put(each.path(), AllowList.sha256(each.bytes())));
        }
        assertThat(files).isEqualTo(shipped());
    }
}
