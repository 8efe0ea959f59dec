package org.multipolar.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What lies in the image; run by {@code mvnw -Pimage verify}, which also writes it down in {@code target/image.txt}. */
@EnabledIfSystemProperty(named = "image.tar", matches = ".+\\.tar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageMade {

    private static final int LIBRARIES = 0;
    private static final int PROGRAM = 1;
    private static final int KNOWLEDGE = 2;
    private static final int OWN_LAYERS = 5;
    private static final Pattern LIBRARY = Pattern.compile("\\(([\\w.-]+):([\\w.-]+):([\\w.-]+) - ");

    private Image image = new Image(new ObjectMapper().createObjectNode(), List.of(), List.of());

    @BeforeAll
    void read() throws IOException {
        image = Image.read(Path.of(System.getProperty("image.tar", "")));
        Files.writeString(Path.of("target/image.txt"), image.told());
    }

    /** {@return the layers above those of the base} */
    private List<List<Tar.Entry>> own() {
        return image.layers()
                .subList(image.layers().size() - OWN_LAYERS, image.layers().size());
    }

    private Stream<Tar.Entry> entries() {
        return own().stream().flatMap(List::stream);
    }

    private Set<String> files(int layer) {
        return own().get(layer).stream()
                .filter(each -> !each.folder())
                .map(Tar.Entry::path)
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void it_runs_as_a_user_without_rights_and_starts_the_program() {
        var config = image.config().path("config");
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/app");
        assertThat(config.path("Entrypoint"))
                .extracting(each -> each.asText())
                .containsExactly(
                        "java",
                        "-XX:MaxRAMPercentage=60",
                        "-XX:+UseSerialGC",
                        "-Xms16m",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=25",
                        "-XX:-ShrinkHeapInSteps",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.io.tmpdir=/tmp",
                        "-jar",
                        "/app/quarkus-run.jar");
        assertThat(config.path("Cmd")).isEmpty();
        assertThat(config.path("ExposedPorts").properties())
                .extracting(each -> each.getKey())
                .containsExactlyInAnyOrder("8080/tcp", "5801/tcp");
        assertThat(config.at("/Labels/org.opencontainers.image.licenses").asText())
                .isEqualTo("Apache-2.0");
    }

    @Test
    void nobody_but_root_can_change_what_lies_in_it() {
        assertThat(entries()).allSatisfy(each -> {
            assertThat(each.path()).startsWith("app/");
            assertThat(each.user()).isZero();
            assertThat(each.mode()).isEqualTo(each.folder() ? 0755 : 0644);
        });
    }

    @Test
    void no_layer_tells_when_it_was_made() {
        var day = Instant.parse(image.config().path("created").asText());
        assertThat(entries()).allSatisfy(each -> assertThat(each.modified()).isIn(0L, 1L, day.getEpochSecond()));
        assertThat(image.config().at("/rootfs/diff_ids"))
                .extracting(each -> each.asText())
                .isEqualTo(image.digests());
    }

    @Test
    void layers_have_what_changes_most_rarely_first() {
        assertThat(files(LIBRARIES)).allMatch(path -> path.startsWith("app/lib/"));
        assertThat(files(PROGRAM))
                .contains("app/quarkus-run.jar", "app/quarkus/generated-bytecode.jar")
                .allMatch(path -> path.matches("app/(quarkus-run\\.jar|app/.*|quarkus/.*)"));
        assertThat(files(KNOWLEDGE)).allMatch(path -> path.matches("app/(profiles|rules)/.*"));
        assertThat(files(3)).containsExactly("app/about/THIRD-PARTY.txt", "app/about/multipolar.cdx.json");
        assertThat(files(4)).containsExactly("app/about/LICENSE", "app/about/NOTICE");
    }

    @Test
    void its_libraries_are_those_of_the_build_with_one_solver_for_its_machine() {
        var listed = AllowList.shipped(Path.of("target/quarkus-app")).digests().keySet().stream()
                .map(path -> "app/" + path)
                .collect(toCollection(TreeSet::new));
        assertThat(files(LIBRARIES)).isEqualTo(listed);
        var machine = image.config().path("architecture").asText().equals("arm64") ? "aarch64" : "x86-64";
        assertThat(listed.stream().filter(path -> path.matches(".*ortools-(linux|darwin|win32)-.*")))
                .singleElement()
                .asString()
                .contains("ortools-linux-" + machine);
    }

    @Test
    void it_holds_all_profiles_and_rules_and_no_secret() throws IOException {
        try (var profiles = Files.walk(Path.of("profiles"));
                var rules = Files.walk(Path.of("rules"))) {
            var there = Stream.concat(profiles, rules)
                    .filter(Files::isRegularFile)
                    .map(path -> "app/" + path.toString().replace('\\', '/'))
                    .collect(toCollection(TreeSet::new));
            assertThat(files(KNOWLEDGE)).isEqualTo(there);
        }
        assertThat(entries())
                .noneMatch(each -> each.path().matches(".*\\.(key|pem|p12|jks|env|db|sh)|.*/data/.*|.*/\\.git.*"));
        assertThat(image.config().at("/config/Env").toString()).doesNotContainIgnoringCase("password");
    }

    @Test
    void the_bill_of_material_names_every_library_and_its_licence() throws IOException {
        var bill = new ObjectMapper().readTree(Files.readString(Path.of("target/about/multipolar.cdx.json"), UTF_8));
        assertThat(bill.path("specVersion").asText()).isEqualTo("1.6");
        var named = new TreeSet<String>();
        for (var component : bill.path("components")) {
            named.add("%s.%s-%s.jar"
                    .formatted(
                            component.path("group").asText(),
                            component.path("name").asText(),
                            component.path("version").asText()));
            assertThat(component.path("licenses")).as(component.toString()).isNotEmpty();
            assertThat(component.path("hashes")).as(component.toString()).isNotEmpty();
        }
        // Needed by editors only, and left out by the build.
        named.removeIf(each -> each.startsWith("io.quarkus.quarkus-ide-launcher-"));
        assertThat(named).isEqualTo(shipped());
    }

    private static Set<String> shipped() {
        return AllowList.shipped(Path.of("target/quarkus-app")).digests().keySet().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void every_library_has_a_licence_that_lets_it_be_handed_on() throws IOException {
        var lines = Files.readAllLines(Path.of("target/about/THIRD-PARTY.txt")).stream()
                .filter(line -> line.startsWith("     ("))
                .toList();
        var named = lines.stream()
                .flatMap(line -> LIBRARY.matcher(line).results())
                .map(each -> "%s.%s-%s.jar".formatted(each.group(1), each.group(2), each.group(3)))
                .toList();
        assertThat(named).containsAll(shipped());
        var handedOn = Set.of(
                "Apache", "MIT", "BSD", "EPL", "Eclipse", "LGPL", "MPL", "Unicode", "EDL", "CDDL", "Public Domain");
        assertThat(lines).allMatch(line -> handedOn.stream().anyMatch(line::contains));
    }
}
