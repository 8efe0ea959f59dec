package org.multipolar.web;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;

/** The snapshot that this process serves, read once at start. */
@Singleton
public class Serving {

    private final Path profiles;
    private final Path rules;
    private final String defaultBuyer;
    private volatile @Nullable Snapshot snapshot;

    @Inject
    Serving(
            @ConfigProperty(name = "multipolar.profiles") Optional<String> profiles,
            @ConfigProperty(name = "multipolar.rules") Optional<String> rules,
            @ConfigProperty(name = "multipolar.default-buyer") Optional<String> defaultBuyer) {
        this.profiles = profiles.map(Path::of).orElseGet(() -> SnapshotReader.defaultFolder("profiles"));
        this.rules = rules.map(Path::of).orElseGet(() -> SnapshotReader.defaultFolder("rules"));
        this.defaultBuyer = defaultBuyer.orElse("");
    }

    void start(@Observes StartupEvent start) {
        try {
            var read = SnapshotReader.read(profiles, rules).orThrow();
            if (!defaultBuyer.isEmpty() && !read.buyers().containsKey(defaultBuyer)) {
                throw new BadInput(
                        "multipolar.default-buyer",
                        0,
                        "",
                        "no buyer is called (%s).".formatted(defaultBuyer),
                        "it is one of " + read.buyers().keySet() + ".");
            }
            snapshot = read;
        } catch (BadInput bad) {
            // The failure of a start that Quarkus logs no stack trace for; Main prints it and sets the exit status.
            throw new ConfigurationException(bad.fault().message());
        }
    }

    public boolean ready() {
        return snapshot != null;
    }

    public Snapshot snapshot() {
        var read = snapshot;
        if (read == null) {
            throw new IllegalStateException("The snapshot is not read yet.");
        }
        return read;
    }

    /** {@return the buyer whose answer is shown first; null where none is shipped} */
    public @Nullable Buyer firstBuyer() {
        var buyers = snapshot().buyers();
        var chosen = buyers.get(defaultBuyer);
        return chosen != null ? chosen : buyers.values().stream().findFirst().orElse(null);
    }

    /** {@return a shipped buyer} */
    public Buyer buyer(String id) {
        var buyer = snapshot().buyers().get(id);
        if (buyer == null) {
            throw UnknownId.of("buyer", id, snapshot().buyers().keySet());
        }
        return buyer;
    }

    /** {@return the day asked about; today by UTC where none is given} */
    static LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        var day = text.strip();
        try {
            if (day.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(day);
            }
        } catch (java.time.DateTimeException notADay) {
            // the message below says it
        }
        throw new BadInput("request", 0, "asOf", "(%s) is not a day.".formatted(text), "it is not written YYYY-MM-DD.");
    }
}
