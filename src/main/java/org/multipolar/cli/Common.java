package org.multipolar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.Folder;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.read.LimitReader;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.whatif.Stack;
import picocli.CommandLine.Option;

/** The options that all commands share. */
final class Common {

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Folder of profiles (default: profiles beside the program)")
    private @Nullable Path profiles;

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of rules (default: rules beside the program)")
    private @Nullable Path rules;

    @Option(names = "--json", description = "Print one JSON document and nothing else")
    private boolean json;

    boolean json() {
        return json;
    }

    Path profilesFolder() {
        return profiles == null ? SnapshotReader.defaultFolder("profiles") : profiles;
    }

    Path rulesFolder() {
        return rules == null ? SnapshotReader.defaultFolder("rules") : rules;
    }

    Snapshot snapshot() {
        return SnapshotReader.read(profilesFolder(), rulesFolder()).orThrow();
    }

    /** {@return a shipped buyer by id, or the one that a file describes} */
    static Buyer buyer(Snapshot snapshot, String idOrFile) {
        var shipped = snapshot.buyers().get(idOrFile);
        if (shipped != null) {
            return shipped;
        }
        var file = Path.of(idOrFile);
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    idOrFile,
                    0,
                    "",
                    "there is no such buyer, and no such file.",
                    "it is one of " + List.copyOf(snapshot.buyers().keySet()) + ".");
        }
        return SnapshotReader.buyer(file.toString(), Folder.bytes(file), snapshot.world(), snapshot.rulebook());
    }

    /** {@return the day asked about; today by UTC where none is given} */
    static LocalDate day(@Nullable String text) {
        return day(text, "--as-of");
    }

    /** {@return the day an option names; today by UTC where none is given} */
    static LocalDate day(@Nullable String text, String option) {
        if (text == null) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new BadInput(option, 0, "", "(%s) is not a day.".formatted(text), "it is not written YYYY-MM-DD.");
        }
    }

    /** {@return scenarios, each a shipped one by id or the one that a file describes} */
    static Stack scenarios(Snapshot snapshot, List<String> idsOrFiles) {
        return Stack.of(
                idsOrFiles.stream().map(each -> scenario(snapshot, each)).toList(), snapshot.scenarios());
    }

    private static Scenario scenario(Snapshot snapshot, String idOrFile) {
        var file = Path.of(idOrFile);
        boolean meantFile = idOrFile.endsWith(".yaml") || idOrFile.endsWith(".yml") || idOrFile.endsWith(".json");
        return snapshot.scenarios().containsKey(idOrFile) || (!meantFile && !Files.isRegularFile(file))
                ? Stack.shipped(idOrFile, snapshot.scenarios())
                : ScenarioReader.one(
                        file.toString(),
                        Folder.bytes(file),
                        snapshot.world(),
                        snapshot.rulebook().cards().keySet());
    }

    static Question question(Snapshot snapshot, Buyer buyer, @Nullable String asOf, @Nullable Path limits) {
        return question(snapshot, buyer, asOf, limits, Map.of());
    }

    /**
     * {@return the question}
     *
     * @param lines values of options that state a limit in a line, by its word
     */
    static Question question(
            Snapshot snapshot,
            Buyer buyer,
            @Nullable String asOf,
            @Nullable Path limits,
            Map<String, List<String>> lines) {
        var extra = new ArrayList<LimitClause>();
        if (limits != null) {
            extra.addAll(LimitReader.file(limits.toString(), Folder.bytes(limits), buyer, snapshot.world())
                    .orThrow());
        }
        lines.forEach((word, values) -> values.forEach(value -> extra.addAll(
                LimitReader.option(word, value, buyer, snapshot.world()).orThrow())));
        return new Question(buyer, day(asOf), extra);
    }
}
