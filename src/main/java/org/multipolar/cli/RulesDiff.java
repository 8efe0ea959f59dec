package org.multipolar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.MixDiffer;
import org.multipolar.advice.RulebookDiffer;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.Folder;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two rules' folders by what they move. */
@Command(
        name = "diff",
        description = "Says which verdicts and which buyers' mixes a change of the rules' folder would move.",
        mixinStandardHelpOptions = true)
final class RulesDiff implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD-DIR", description = "The rules' folder as it was")
    private Path oldFolder = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW-DIR", description = "The rules' folder as it is to be")
    private Path newFolder = Path.of("");

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day on which buyers ask (default: today, UTC)")
    private @Nullable String asOf;

    @Option(names = "--no-mixes", description = "Judge only, and solve no buyer's mix")
    private boolean noMixes;

    @Override
    public Integer call() {
        var day = Common.day(asOf);
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        var old = snapshot(oldFolder);
        var fresh = snapshot(newFolder);
        var cases = new ArrayList<CaseFile>(cases(oldFolder));
        cases.addAll(cases(newFolder));
        var mixes = noMixes ? MixDiffer.unasked() : MixDiffer.solving(new Advisor(Decomposition.forQuestions()));
        var diff = new RulebookDiffer(
                        old, fresh.rulebook(), mixes, said -> line.getErr().println(said))
                .diff(cases, day);
        var out = line.getOut();
        out.print(common.json() ? Json.pretty(diff) : new RulesDiffText(diff).text());
        out.flush();
        return Exit.DONE;
    }

    /** Each folder must stand alone: read with the profiles, so that rules, catalogue and buyers' policies meet. */
    private Snapshot snapshot(Path folder) {
        return SnapshotReader.read(common.profilesFolder(), folder).fold(snapshot -> snapshot, fault -> {
            throw located(folder, fault);
        });
    }

    private static List<CaseFile> cases(Path folder) {
        var files = new ArrayList<CaseFile>();
        Folder.read(folder).forEach((path, bytes) -> {
            if (path.endsWith(".cases.yaml")) {
                files.add(CaseFile.read(path, bytes).fold(file -> file, fault -> {
                    throw located(folder, fault);
                }));
            }
        });
        return files;
    }

    /** Two folders hold files of the same name, so a fault in a file of rules says whose it is. */
    private static BadInput located(Path folder, Fault fault) {
        boolean ofRules = !fault.file().contains("/") || Files.exists(folder.resolve(fault.file()));
        boolean whole = fault.file().equals(folder.toString());
        return ofRules && !whole
                ? new BadInput(
                        folder.resolve(fault.file()).toString(),
                        fault.line(),
                        fault.field(),
                        fault.what(),
                        fault.maybe())
                : new BadInput(fault);
    }
}
