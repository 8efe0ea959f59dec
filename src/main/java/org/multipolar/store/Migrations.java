package org.multipolar.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Brings a database to the schema of this program, step by step, each step once. */
final class Migrations {

    private static final String FOLDER = "db/migration/";

    /** Named one by one, because a packed program cannot list its own folders. */
    private static final List<String> STEPS = List.of("V1__records.sql", "V2__webhooks.sql", "V3__sweeps.sql");

    private Migrations() {}

    static void run(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .resourceProvider(new Steps())
                .javaMigrationClassProvider(List::of)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static final class Steps implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            // Flyway also asks for settings beside each step.
            return STEPS.contains(name) ? new Step(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return STEPS.stream()
                    .filter(name -> name.startsWith(prefix) && List.of(suffixes).contains(".sql"))
                    .<LoadableResource>map(Step::new)
                    .toList();
        }
    }

    private static final class Step extends LoadableResource {

        private final String name;

        Step(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
                if (in == null) {
                    throw new IllegalStateException("The step (%s) of the schema is missing.".formatted(name));
                }
                return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return FOLDER + name;
        }
    }
}
