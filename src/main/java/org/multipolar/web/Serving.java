package org.multipolar.web;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.Bundle;
import org.multipolar.bundle.LiveSnapshot;
import org.multipolar.bundle.Manifest;
import org.multipolar.bundle.Safeguards;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Fault;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.web.access.Caller;
import org.multipolar.web.access.Callers;
import org.multipolar.web.audit.Audit;

/** The snapshot that this process serves, to each caller with its buyers only; watches the folders it came from. */
@Singleton
@Named("serving")
public class Serving {

    private static final Logger LOG = Logger.getLogger(Serving.class);
    private static final Fault VEILED = new Fault(
            "profiles or rules",
            0,
            "",
            "a change of the folders is not taken.",
            "a caller who sees all buyers learns why.");
    private static volatile @Nullable Early early;

    private final Path profiles;
    private final Path rules;
    private final Safeguards safeguards;
    private final String defaultBuyer;
    private final Duration watch;
    private final Callers callers;
    private final Event<Taken> told;
    private final AtomicLong refusals = new AtomicLong();
    private volatile @Nullable LiveSnapshot live;
    private volatile Instant taken = Instant.EPOCH;
    private @Nullable ScheduledExecutorService watcher;

    @Inject
    Serving(
            @ConfigProperty(name = "multipolar.profiles") Optional<String> profiles,
            @ConfigProperty(name = "multipolar.rules") Optional<String> rules,
            @ConfigProperty(name = "multipolar.bundles.signers") Optional<String> signers,
            @ConfigProperty(name = "multipolar.bundles.last-good") Optional<String> lastGood,
            @ConfigProperty(name = "multipolar.default-buyer") Optional<String> defaultBuyer,
            @ConfigProperty(name = "multipolar.watch", defaultValue = "500ms") Duration watch,
            Callers callers,
            Event<Taken> told) {
        this.callers = callers;
        this.told = told;
        this.profiles = profiles.map(Path::of).orElseGet(() -> SnapshotReader.defaultFolder("profiles"));
        this.rules = rules.map(Path::of).orElseGet(() -> SnapshotReader.defaultFolder("rules"));
        this.safeguards = new Safeguards(
                signers.map(Path::of).orElse(null), lastGood.map(Path::of).orElse(null));
        this.defaultBuyer = defaultBuyer.orElse("");
        this.watch = watch;
    }

    /** A reading that began before the settings were known, and what it guessed of them. */
    private record Early(Path profiles, Path rules, Safeguards safeguards, CompletableFuture<LiveSnapshot> reading) {}

    /** Begins to read the folders while the server around them starts; dropped where settings name other ones. */
    public static void readEarly() {
        var profiles = folder("profiles");
        var rules = folder("rules");
        var safeguards = new Safeguards(stated("bundles.signers"), stated("bundles.last-good"));
        early = new Early(profiles, rules, safeguards, LiveSnapshot.opening(profiles, rules, safeguards));
    }

    private static Path folder(String name) {
        var stated = stated(name);
        return stated == null ? SnapshotReader.defaultFolder(name) : stated;
    }

    /** {@return what a setting names: a property of the system comes before the environment, as it does for all settings} */
    private static @Nullable Path stated(String name) {
        var setting = System.getProperty("multipolar." + name);
        var stated = setting == null
                ? System.getenv("MULTIPOLAR_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                : setting;
        return stated == null || stated.isBlank() ? null : Path.of(stated);
    }

    void start(@Observes StartupEvent start) {
        try {
            live = opened();
            take();
            tellStart();
            if (!defaultBuyer.isEmpty() && !whole().buyers().containsKey(defaultBuyer)) {
                throw new BadInput(
                        "multipolar.default-buyer",
                        0,
                        "",
                        "no buyer is called (%s).".formatted(defaultBuyer),
                        "it is one of " + whole().buyers().keySet() + ".");
            }
        } catch (BadInput bad) {
            live = null;
            // The failure of a start that Quarkus logs no stack trace for; Main prints it and sets the exit status.
            throw new ConfigurationException(bad.fault().message());
        }
        if (!watch.isZero()) {
            watch();
        }
    }

    /** Folders were taken: those who show which are told. */
    public record Taken(String rules, String world) {}

    private void take() {
        taken = Instant.now();
        told.fire(new Taken(whole().rulebook().digest(), whole().world().digest()));
    }

    /** {@return when the bundle in use was made, as its signer says; where none is signed, when its folders were taken} */
    Instant made() {
        var manifest = manifest();
        return manifest == null ? taken : manifest.made();
    }

    /** {@return how many changes of the folders were not taken since the start} */
    long refusals() {
        return refusals.get();
    }

    /** {@return whether a change lies there that is not taken} */
    boolean refusing() {
        return live().refusal() != null;
    }

    private LiveSnapshot opened() {
        var begun = early;
        early = null;
        return begun != null
                        && begun.profiles().equals(profiles)
                        && begun.rules().equals(rules)
                        && begun.safeguards().equals(safeguards)
                ? LiveSnapshot.opened(begun.reading())
                : LiveSnapshot.open(profiles, rules, safeguards);
    }

    /** What was not as it should be says so once; whoever looks later finds it in health and metrics. */
    private void tellStart() {
        if (safeguards.signers() != null) {
            LOG.infof("Bundles must be signed by a key in %s; %s is in use.", safeguards.signers(), shown());
        }
        var found = live().found();
        if (found != null) {
            LOG.errorf("What was kept as last good does not hold.%n%s", found.message());
        }
        if (live().fallback()) {
            refusals.incrementAndGet();
            LOG.errorf("The folders are refused at the start; %s serves, the last good one.%n%s", shown(), refused());
        }
        tellUnkept();
    }

    private void tellUnkept() {
        var unkept = live().unkept();
        if (unkept != null) {
            LOG.errorf("A start without the folders would fail.%n%s", unkept.message());
        }
    }

    private String shown() {
        var manifest = manifest();
        return manifest == null
                ? "the bundle with the rules " + whole().rulebook().digest()
                : "revision %d, signed by the key %s".formatted(manifest.revision(), manifest.key());
    }

    private void watch() {
        var executor = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "folder-watch");
            thread.setDaemon(true);
            return thread;
        });
        watcher = executor;
        var unused = executor.scheduleWithFixedDelay(this::look, watch.toMillis(), watch.toMillis(), MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (watcher != null) {
            watcher.shutdownNow();
        }
    }

    /** Looks at the folders once; what goes wrong is told and never ends the watching. */
    void look() {
        try {
            var serving = live();
            switch (serving.look(Instant.now())) {
                case SWAPPED -> {
                    take();
                    LOG.infof(
                            "Serves changed folders: rules %s, %s",
                            whole().rulebook().digest(), shown());
                    tellUnkept();
                }
                case REFUSED -> {
                    refusals.incrementAndGet();
                    LOG.errorf("A change of the folders is refused; the last good ones serve on.%n%s", refused());
                }
                case UNCHANGED, SETTLING -> {}
            }
        } catch (RuntimeException | Error failure) {
            // An error that left this thread would end the watching without a word.
            LOG.error("Looking at the folders failed.", failure);
        }
    }

    /** {@return what was signed of the bundle in use; null where no signature is asked for} */
    @Nullable
    Manifest manifest() {
        return bundle().manifest();
    }

    /** {@return whether the folders were refused at the start, and what was kept of them serves} */
    boolean fallback() {
        return live().fallback();
    }

    /** {@return whether the bundle in use should lie kept for the next start and does not} */
    boolean unkept() {
        return live().unkept() != null;
    }

    private String refused() {
        var refusal = live().refusal();
        return refusal == null ? "" : refusal.fault().message();
    }

    /**
     * {@return the change that lies in the folders and was not taken; null where there is none. Pages show it}
     *
     * <p>It may quote the profile of any buyer, so whoever does not see all of them learns only that there is one.
     */
    public LiveSnapshot.@Nullable Refusal refusal() {
        var refusal = live().refusal();
        return refusal == null || caller().seesAll() ? refusal : new LiveSnapshot.Refusal(VEILED, refusal.seen());
    }

    public boolean ready() {
        return live != null;
    }

    private LiveSnapshot live() {
        var read = live;
        if (read == null) {
            throw new IllegalStateException("The snapshot is not read yet.");
        }
        return read;
    }

    /**
     * {@return the snapshot in use, without the buyers that the caller may not see}
     *
     * <p>Whoever answers takes it once and stays with it.
     */
    public Snapshot snapshot() {
        var caller = caller();
        return caller.seesAll() ? whole() : whole().showing(caller::sees);
    }

    /** {@return the snapshot in use with all buyers, for work that is no caller's} */
    public Snapshot whole() {
        return bundle().snapshot();
    }

    /** {@return the same with the files it came from, for those who keep them} */
    public Bundle bundle() {
        return live().current();
    }

    /** {@return who makes the request that this thread answers} */
    public Caller caller() {
        return callers.current();
    }

    /** {@return the buyer whose answer is shown first; null where the snapshot has none} */
    public @Nullable Buyer firstBuyer(Snapshot snapshot) {
        var buyers = snapshot.buyers();
        var chosen = buyers.get(defaultBuyer);
        return chosen != null ? chosen : buyers.values().stream().findFirst().orElse(null);
    }

    /** {@return the shipped buyer that an address names, or the first where it names none} */
    Buyer buyerOrFirst(Snapshot snapshot, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            return buyer(snapshot, id);
        }
        var first = firstBuyer(snapshot);
        if (first == null) {
            throw UnknownId.ofSecret("buyer", "", "none is shipped, or the token lists none.");
        }
        return first;
    }

    /** {@return a shipped buyer} */
    public static Buyer buyer(Snapshot snapshot, String id) {
        Audit.buyer(id);
        var buyer = snapshot.buyers().get(id);
        if (buyer == null) {
            throw UnknownId.of("buyer", id, snapshot.buyers().keySet());
        }
        return buyer;
    }

    /** {@return what a posted question of the caller is read against} */
    AdviceRequest.Around around() {
        return around(bundle(), caller());
    }

    /** {@return the same for a bundle that the question stays with} */
    AdviceRequest.Around around(Bundle bundle, Caller caller) {
        var seen = bundle.snapshot().showing(caller::sees);
        return new AdviceRequest.Around(
                seen, id -> buyer(seen, id), seen.scenarios(), id -> brought(caller, id), day(null));
    }

    private static void brought(Caller caller, String buyer) {
        Audit.buyer(buyer);
        caller.mustSee(buyer);
    }

    /** {@return the day asked about; today by UTC where none is given} */
    static LocalDate day(@Nullable String text) {
        return AdviceRequest.day(text, LocalDate.now(ZoneOffset.UTC));
    }
}
