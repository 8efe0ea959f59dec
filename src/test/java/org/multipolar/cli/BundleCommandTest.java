package org.multipolar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.bundle.SmallFolders;

/** The bundle commands: status, files and messages. */
class BundleCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private final Path folder;
    private final Path rules;
    private final Path key;

    BundleCommandTest(@TempDir Path folder) {
        this.folder = folder;
        rules = folder.resolve("rules");
        key = folder.resolve("release.key");
        SmallFolders.write(folder.resolve("profiles"), SmallFolders.profiles());
        SmallFolders.write(rules, SmallFolders.rules("A rule"));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return Commands.run(new PrintWriter(out), new PrintWriter(errors), arguments);
    }

    private int bundle(String command, String... more) {
        var arguments = new ArrayList<>(List.of(
                "bundle", command, "--profiles", folder.resolve("profiles").toString(), "--rules", rules.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path signers() throws IOException {
        assertThat(run("bundle", "key", key.toString())).isZero();
        return Files.writeString(folder.resolve("signers"), out.toString());
    }

    @Test
    void what_is_signed_holds_and_the_same_is_signed_by_the_same_bytes() throws IOException {
        var signers = signers();
        assertThat(bundle("sign", "--key", key.toString(), "--made", "2026-11-22T12:00:00Z"))
                .as(errors.toString())
                .isZero();
        assertThat(out.toString()).startsWith("Revision 20261122120000 with ");
        var manifest = Files.readString(rules.resolve("MANIFEST.json"));
        var signature = Files.readString(rules.resolve("MANIFEST.sig"));
        assertThat(bundle("verify", "--signers", signers.toString())).isZero();
        assertThat(out.toString()).startsWith("Revision 20261122120000 of 2026-11-22T12:00:00Z holds: ");

        assertThat(bundle("sign", "--key", key.toString(), "--made", "2026-11-22T12:00:00Z"))
                .isZero();
        assertThat(rules.resolve("MANIFEST.json")).hasContent(manifest);
        assertThat(rules.resolve("MANIFEST.sig")).hasContent(signature);
    }

    @Test
    void json_tells_revision_key_and_what_is_broken() throws IOException {
        signers();
        bundle("sign", "--key", key.toString(), "--revision", "7");
        assertThat(bundle("verify", "--json")).isZero();
        var told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("revision").asLong()).isEqualTo(7);
        assertThat(told.path("key").asText()).hasSize(16);
        assertThat(told.path("trusted").isNull()).isTrue();

        Files.writeString(rules.resolve("sources.csv"), "key\n");
        assertThat(bundle("verify", "--json")).isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/broken/file")
                        .asText())
                .isEqualTo("rules/sources.csv");
    }

    @Test
    void a_key_that_may_not_is_a_negative_answer() throws IOException {
        signers();
        bundle("sign", "--key", key.toString());
        run("bundle", "key", folder.resolve("other.key").toString());
        var others = Files.writeString(folder.resolve("others"), out.toString());
        assertThat(bundle("verify", "--signers", others.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("nobody's who may sign", "Maybe ");
    }

    @Test
    void what_a_service_would_refuse_is_not_signed() throws IOException {
        signers();
        var drl = rules.resolve("house/one.drl");
        Files.writeString(drl, Files.readString(drl).replace("\"finance\"", "\"health\""));
        assertThat(bundle("sign", "--key", key.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("house/one.cases.yaml", "the case fails");
        assertThat(rules.resolve("MANIFEST.json")).doesNotExist();
    }

    @Test
    void what_is_missing_is_told() throws IOException {
        assertThat(run("bundle")).isEqualTo(2);
        assertThat(bundle("sign")).isEqualTo(2);
        assertThat(bundle("sign", "--key", key.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains(key.toString(), "Maybe `bundle key FILE` makes one");
        assertThat(key).as("a key is made only when one is asked for").doesNotExist();
        signers();
        assertThat(bundle("sign", "--key", key.toString(), "--revision", "0")).isEqualTo(2);
        assertThat(bundle("sign", "--key", key.toString(), "--made", "today")).isEqualTo(2);
        assertThat(bundle("verify")).isEqualTo(1);
        assertThat(out.toString()).contains("the bundle is not signed");
        assertThat(bundle("verify", "--signers", folder.resolve("none").toString()))
                .isEqualTo(2);
    }
}
