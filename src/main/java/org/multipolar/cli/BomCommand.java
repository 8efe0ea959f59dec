package org.multipolar.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advisor;
import org.multipolar.bundle.Folder;
import org.multipolar.catalog.read.ProfileReader;
import org.multipolar.exchange.bom.MlBom;
import org.multipolar.exchange.bom.MlBomReader;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes and reads bills of material. */
@Command(
        name = "bom",
        description = "Writes a mix as a bill of material (CycloneDX ML-BOM), and reads a vendor's.",
        mixinStandardHelpOptions = true,
        subcommands = {BomCommand.Export.class, BomCommand.Read.class})
final class BomCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "bom needs one of export, read.");
    }

    private static PrintWriter out(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** Writes the recommended mix of a buyer. */
    @Command(
            name = "export",
            description = "Writes the recommended mix as CycloneDX 1.6 in JSON.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "BUYER", description = "Id of a shipped buyer, or a file")
        private String buyer = "";

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Day whose law and data apply (default: today, UTC)")
        private @Nullable String asOf;

        @Option(names = "--limits", paramLabel = "FILE", description = "More limits")
        private @Nullable Path limits;

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: standard output)")
        private @Nullable Path file;

        @Override
        public Integer call() {
            var snapshot = common.snapshot();
            var question = Common.question(snapshot, Common.buyer(snapshot, buyer), asOf, limits);
            var advice = new Advisor(Decomposition.forQuestions())
                    .recommend(snapshot, question)
                    .advice();
            boolean proven = advice.outcome().equals("optimal");
            if (!proven) {
                Objects.requireNonNull(spec).commandLine().getErr().println(advice.headline());
            }
            if (advice.score() == null) {
                return Exit.NEGATIVE;
            }
            var bill = MlBom.of(advice, snapshot.world());
            if (file == null) {
                out(spec).print(new String(bill, StandardCharsets.UTF_8));
                out(spec).flush();
            } else {
                WholeFile.write(file, bill);
            }
            return proven ? Exit.DONE : Exit.NEGATIVE;
        }
    }

    /** Reads a vendor's bill. */
    @Command(
            name = "read",
            description = "Shows which offers a bill of material (CycloneDX 1.5 or 1.6, JSON) would put into a review.",
            mixinStandardHelpOptions = true)
    static final class Read implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The bill")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            var world =
                    ProfileReader.world(Folder.read(common.profilesFolder())).orThrow();
            var reading =
                    MlBomReader.read(file.toString(), Folder.bytes(file), world).orThrow();
            out(spec).print(common.json() ? Json.pretty(reading) : BomText.of(reading));
            out(spec).flush();
            return Exit.DONE;
        }
    }
}
