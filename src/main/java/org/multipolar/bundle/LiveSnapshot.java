package org.multipolar.bundle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.Parsed;

/**
 * The snapshot in use, and its successor once the folders changed.
 *
 * <p>A change is checked, read, built and tried on the rules' own cases before one write makes it the snapshot in use; a
 * reader who took the old one finishes with it. Whatever fails leaves the last good one and says why. Looks come from one
 * thread; all else may be asked from any.
 */
public final class LiveSnapshot {

    /** A disk that was full a minute ago may have room now. */
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    /** What a look at the folders came to. */
    public enum Look {
        UNCHANGED,
        SETTLING,
        SWAPPED,
        REFUSED
    }

    /**
     * A change that was not taken.
     *
     * @param seen when it was refused
     */
    public record Refusal(Fault fault, Instant seen) {}

    private final Path profiles;
    private final Path rules;
    private final Safeguards safeguards;
    private final @Nullable LastGood lastGood;
    private volatile @Nullable Bundle current;
    private volatile @Nullable Refusal refusal;
    private volatile @Nullable Fault unkept;
    private volatile boolean fallback;
    private @Nullable Fault found;
    private Instant tried = Instant.EPOCH;
    private Map<String, String> taken;
    private Map<String, String> lastSeen;

    /** The newest signed bundle that was in use as far as is known; what is older is refused. */
    private @Nullable Manifest newest;

    private LiveSnapshot(Path profiles, Path rules, Safeguards safeguards) {
        this.profiles = profiles;
        this.rules = rules;
        this.safeguards = safeguards;
        var folder = safeguards.lastGood();
        this.lastGood = folder == null ? null : new LastGood(folder);
        this.taken = Map.of();
        this.lastSeen = Map.of();
    }

    /** {@return the folders' snapshot as they stand now; bad input if they cannot be read} */
    public static LiveSnapshot open(Path profiles, Path rules) {
        return open(profiles, rules, Safeguards.NONE);
    }

    /** {@return the same, or the last good one that was kept; bad input if neither can be taken} */
    public static LiveSnapshot open(Path profiles, Path rules, Safeguards safeguards) {
        var live = new LiveSnapshot(profiles, rules, safeguards);
        live.taken = live.stamps();
        live.lastSeen = live.taken;
        live.begin();
        return live;
    }

    /** {@return the same, read on another thread while the caller does something else} */
    public static CompletableFuture<LiveSnapshot> opening(Path profiles, Path rules, Safeguards safeguards) {
        return CompletableFuture.supplyAsync(() -> open(profiles, rules, safeguards));
    }

    /** {@return what was opened, or the bad input that stood in its way} */
    public static LiveSnapshot opened(CompletableFuture<LiveSnapshot> opening) {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw failed;
        }
    }

    private void begin() {
        var kept = kept();
        // Without safeguards a start takes what can be read, as commands do; the rules' own cases wait for a change.
        var read = safeguards.equals(Safeguards.NONE) ? SnapshotReader.bundle(profiles, rules) : attempt(kept);
        if (read instanceof Parsed.Bad<Bundle> bad) {
            current = fallenBack(bad.fault(), kept);
            fallback = true;
            refusal = new Refusal(bad.fault(), Instant.now());
        } else {
            take(read.orThrow(), Instant.now());
        }
    }

    private LastGood.@Nullable Kept kept() {
        if (lastGood == null) {
            return null;
        }
        try {
            var kept = lastGood.read();
            if (kept != null && safeguards.signers() != null) {
                newest = BundleVerifier.verify(kept.profiles(), kept.rules(), Signers.read(safeguards.signers()));
            }
            return kept;
        } catch (BadInput broken) {
            found = broken.fault();
            return null;
        }
    }

    private Bundle fallenBack(Fault fault, LastGood.@Nullable Kept kept) {
        if (kept == null) {
            throw new BadInput(with(fault, found));
        }
        var bundle = SnapshotReader.untried(kept.profiles(), kept.rules(), newest);
        if (bundle instanceof Parsed.Bad<Bundle> bad) {
            throw new BadInput(with(fault, bad.fault()));
        }
        return bundle.orThrow();
    }

    private static Fault with(Fault fault, @Nullable Fault second) {
        return second == null || second.equals(fault)
                ? fault
                : new Fault(
                        fault.file(),
                        fault.line(),
                        fault.field(),
                        "%s The last good one cannot serve instead: %s: %s"
                                .formatted(fault.what(), second.file(), second.what()),
                        fault.maybe());
    }

    public Bundle current() {
        return Objects.requireNonNull(current);
    }

    /** {@return the last change that was not taken, while it stands in the folders; else null} */
    public @Nullable Refusal refusal() {
        return refusal;
    }

    /** {@return whether the one in use is what was kept on disk, since the folders were refused at the start} */
    public boolean fallback() {
        return fallback;
    }

    /** {@return why the one in use is not kept for the next start; null where it is, or need not be} */
    public @Nullable Fault unkept() {
        return unkept;
    }

    /** {@return what was wrong with what lay kept at the start; null where nothing was} */
    public @Nullable Fault found() {
        return found;
    }

    /**
     * Looks at the folders once and takes a change that has settled: one that two looks in a row saw alike, because whoever
     * copies files is not done after the first.
     */
    public Look look(Instant now) {
        var seen = stamps();
        boolean settled = seen.equals(lastSeen);
        lastSeen = seen;
        if (seen.equals(taken)) {
            keepAgain(now);
            return Look.UNCHANGED;
        }
        if (!settled) {
            return Look.SETTLING;
        }
        var read = attempt(null);
        var after = stamps();
        if (!after.equals(seen)) {
            // Somebody wrote while this was read: half of it may be old.
            lastSeen = after;
            return Look.SETTLING;
        }
        taken = seen;
        return read.fold(
                fresh -> {
                    take(fresh, now);
                    return Look.SWAPPED;
                },
                fault -> {
                    refusal = new Refusal(fault, now);
                    return Look.REFUSED;
                });
    }

    private void take(Bundle fresh, Instant now) {
        current = fresh;
        refusal = null;
        fallback = false;
        newest = fresh.manifest();
        keep(fresh, now);
    }

    private void keepAgain(Instant now) {
        if (unkept != null && now.isAfter(tried.plus(TRY_AGAIN))) {
            keep(current(), now);
        }
    }

    private void keep(Bundle bundle, Instant now) {
        if (lastGood == null) {
            return;
        }
        tried = now;
        try {
            lastGood.keep(bundle.profiles(), bundle.rules());
            unkept = null;
        } catch (BadInput unwritable) {
            unkept = unwritable.fault();
        }
    }

    private Parsed<Bundle> attempt(LastGood.@Nullable Kept kept) {
        try {
            return checked(kept);
        } catch (BadInput bad) {
            return new Parsed.Bad<>(bad.fault());
        } catch (RuntimeException | Error failure) {
            return new Parsed.Bad<>(
                    new Fault(rules.toString(), 0, "", "reading the change failed inside: " + failure, null));
        }
    }

    private Parsed<Bundle> checked(LastGood.@Nullable Kept kept) {
        var signers = safeguards.signers() == null ? null : Signers.read(safeguards.signers());
        var profileFiles = signers == null ? Folder.read(profiles) : Folder.own(profiles);
        var ruleFiles = signers == null ? Folder.read(rules) : Folder.own(rules);
        var manifest = signers == null ? null : BundleVerifier.verify(profileFiles, ruleFiles, signers);
        if (manifest != null) {
            refuseOlder(manifest);
        }
        // What was kept was tried before it was: a start need not wait for the cases again.
        boolean known = kept != null
                && Manifest.digests(profileFiles, ruleFiles).equals(Manifest.digests(kept.profiles(), kept.rules()));
        return known
                ? SnapshotReader.untried(profileFiles, ruleFiles, manifest)
                : SnapshotReader.tried(profileFiles, ruleFiles, manifest);
    }

    /** An old bundle has a good signature too: only its revision shows that it is not the one to use. */
    private void refuseOlder(Manifest manifest) {
        if (newest == null) {
            return;
        }
        if (manifest.revision() < newest.revision()) {
            throw new BadInput(
                    Manifest.SHOWN,
                    1,
                    "revision",
                    "revision %d is older than %d, which was in use.".formatted(manifest.revision(), newest.revision()),
                    "its contents are wanted back: sign them again, with a newer revision.");
        }
        if (manifest.revision() == newest.revision() && !manifest.files().equals(newest.files())) {
            throw new BadInput(
                    Manifest.SHOWN,
                    1,
                    "revision",
                    "revision %d was in use with other files.".formatted(manifest.revision()),
                    "two bundles were signed with one number; sign this again, with a newer revision.");
        }
    }

    private Map<String, String> stamps() {
        var stamps = new TreeMap<String, String>();
        Folder.stamps(profiles).forEach((name, stamp) -> stamps.put("profiles/" + name, stamp));
        Folder.stamps(rules).forEach((name, stamp) -> stamps.put("rules/" + name, stamp));
        if (safeguards.signers() != null) {
            Signers.stamps(safeguards.signers()).forEach((name, stamp) -> stamps.put("signers/" + name, stamp));
        }
        return stamps;
    }
}
