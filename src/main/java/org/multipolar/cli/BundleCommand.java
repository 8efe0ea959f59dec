package org.multipolar.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.BundleSigner;
import org.multipolar.bundle.BundleVerifier;
import org.multipolar.bundle.Folder;
import org.multipolar.bundle.Manifest;
import org.multipolar.bundle.Signers;
import org.multipolar.bundle.SigningKey;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.Parsed;
import org.multipolar.explain.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs profiles and rules as one bundle, and checks one. */
@Command(
        name = "bundle",
        description = "Signs profiles and rules as one bundle, and checks one.",
        mixinStandardHelpOptions = true,
        subcommands = {BundleCommand.Sign.class, BundleCommand.Verify.class, BundleCommand.Key.class})
final class BundleCommand implements Callable<Integer> {

    /** As serial numbers of zones are written: larger with time, and a person can read them. */
    private static final DateTimeFormatter REVISION =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "bundle needs one of sign, verify, key.");
    }

    private static void print(@Nullable CommandSpec spec, Common common, Object json, String text) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(common.json() ? Json.pretty(json) : text + "\n");
        out.flush();
    }

    /**
     * A bundle as commands tell of it.
     *
     * @param files how many it lists
     * @param trusted whether one of the signers named has signed; null where none were named
     * @param broken what does not hold first; null where all does
     */
    record Told(
            @Nullable Long revision,
            @Nullable String made,
            @Nullable String key,
            @Nullable Integer files,
            @Nullable Boolean trusted,
            @Nullable Fault broken) {

        static Told of(Manifest manifest, @Nullable Boolean trusted) {
            return new Told(
                    manifest.revision(),
                    manifest.made().toString(),
                    manifest.key(),
                    manifest.files().size(),
                    trusted,
                    null);
        }
    }

    /** Signs what lies in the folders. */
    @Command(
            name = "sign",
            description = "Reads and tries profiles and rules as a service would, then writes MANIFEST.json and"
                    + " MANIFEST.sig into the rules' folder.",
            mixinStandardHelpOptions = true)
    static final class Sign implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "The signing key")
        private Path key = Path.of("");

        @Option(
                names = "--revision",
                paramLabel = "N",
                description = "Whole number, larger than that of every bundle before (default: made as yyyyMMddHHmmss)")
        private @Nullable Long revision;

        @Option(
                names = "--made",
                paramLabel = "INSTANT",
                description = "When the bundle was made (default: now, to the second)")
        private @Nullable String made;

        @Override
        public Integer call() {
            var signingKey = SigningKey.open(key, "`bundle key FILE` makes one");
            var instant = made();
            long number = revision == null ? Long.parseLong(REVISION.format(instant)) : revision;
            if (number < 1 || number >= 1L << 53) {
                throw new BadInput("--revision", 0, "", "(%d) is not between 1 and 2^53.".formatted(number), null);
            }
            var profiles = Folder.own(common.profilesFolder());
            var rules = Folder.own(common.rulesFolder());
            SnapshotReader.tried(profiles, rules).orThrow();
            var signed = BundleSigner.sign(profiles, rules, number, instant, signingKey);
            // The signature comes last: without it the manifest is nothing.
            for (var file : new String[] {Manifest.FILE, Manifest.SIGNATURE}) {
                WholeFile.write(
                        common.rulesFolder().resolve(file),
                        Objects.requireNonNull(signed.files().get(file)));
            }
            var manifest = signed.manifest();
            print(
                    spec,
                    common,
                    Told.of(manifest, null),
                    "Revision %d with %d files is signed by the key %s; %s says so."
                            .formatted(
                                    manifest.revision(),
                                    manifest.files().size(),
                                    manifest.key(),
                                    common.rulesFolder().resolve(Manifest.FILE)));
            return Exit.DONE;
        }

        private Instant made() {
            try {
                return made == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : Instant.parse(made);
            } catch (DateTimeException notAnInstant) {
                throw new BadInput(
                        "--made",
                        0,
                        "",
                        "(%s) is no instant.".formatted(made),
                        "it is not written 2026-11-22T12:00:00Z.");
            }
        }
    }

    /** Checks signature and digests. */
    @Command(
            name = "verify",
            description = "Checks that profiles and rules are what was signed, and by whom.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = "--signers",
                paramLabel = "FILE",
                description = "Public keys of which one must have signed, a file or a folder (default: whoever did)")
        private @Nullable Path signers;

        @Override
        public Integer call() {
            var trusted = signers == null ? null : Signers.read(signers);
            var checked = Parsed.of(() -> BundleVerifier.verify(
                    Folder.own(common.profilesFolder()), Folder.own(common.rulesFolder()), trusted));
            return checked.fold(this::holds, this::broken);
        }

        private int holds(Manifest manifest) {
            boolean named = signers != null;
            print(
                    spec,
                    common,
                    Told.of(manifest, named ? Boolean.TRUE : null),
                    "Revision %d of %s holds: %d files, signed by the key %s%s."
                            .formatted(
                                    manifest.revision(),
                                    manifest.made(),
                                    manifest.files().size(),
                                    manifest.key(),
                                    named ? ", which may" : ". Whether that key may sign, --signers says"));
            return Exit.DONE;
        }

        private int broken(Fault fault) {
            print(spec, common, new Told(null, null, null, null, null, fault), fault.message());
            return Exit.NEGATIVE;
        }
    }

    /** Shows the public key of a signing key, made where there is none. */
    @Command(
            name = "key",
            description = "Prints the public key of a signing key; makes the key where the file does not exist.",
            mixinStandardHelpOptions = true)
    static final class Key implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The signing key")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            var key = SigningKey.openOrMake(file, "another file was meant");
            print(
                    spec,
                    common,
                    Map.of("key", key.keyId(), "publicKey", key.publicKey()),
                    "# %s%n%s".formatted(key.keyId(), key.publicKey()));
            return Exit.DONE;
        }
    }
}
