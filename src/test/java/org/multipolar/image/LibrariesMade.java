package org.multipolar.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What lies beside the program after packaging; run by {@code mvnw verify}. */
class LibrariesMade {

    private static final Path LIST = Path.of(".mvn/dependencies.sha256");
    private static final Path PROGRAM = Path.of("target/quarkus-app");

    @Test
    void every_library_is_one_that_somebody_has_allowed() throws IOException {
        var shipped = AllowList.shipped(PROGRAM);
        if (System.getProperty("dependencies", "").equals("renew")) {
            var before = Files.exists(LIST) ? AllowList.parsed(Files.readString(LIST)) : shipped;
            Files.writeString(LIST, before.renewed(shipped).toString());
        }
        assertThat(AllowList.parsed(Files.readString(LIST)).differences(shipped))
                .as(
                        "libraries of a build beside %s; look at what is new, then: mvnw -DskipTests verify -Ddependencies=renew"
                                .formatted(LIST))
                .isEmpty();
    }

    @Test
    void nothing_is_shipped_that_turns_text_into_code() {
        assertThat(AllowList.shipped(PROGRAM).digests().keySet())
                .isNotEmpty()
                .noneMatch(
                        jar -> jar.matches(".*(mvel|[.-]ecj|model-codegen|xstream|janino|groovy|bsh|rhino|nashorn).*"));
    }
}
