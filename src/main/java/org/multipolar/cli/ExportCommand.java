package org.multipolar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advisor;
import org.multipolar.catalog.BadInput;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.Export;
import org.multipolar.scenario.Applied;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a question's problem for other solvers. */
@Command(
        name = "export",
        description = "Writes the optimisation problem as MPS and as JSON.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "BUYER", description = "Id of a shipped buyer, or a file")
    private String buyer = "";

    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable String asOf;

    @Option(
            names = "--scenario",
            paramLabel = "ID-or-FILE",
            description = "A scenario to lay on it, by id or as a file; several are laid in turn")
    private List<String> scenarios = List.of();

    @Option(names = "--limits", paramLabel = "FILE")
    private @Nullable Path limits;

    @Option(names = "--mps", paramLabel = "FILE", description = "Where to write the problem as MPS")
    private @Nullable Path mps;

    @Option(names = "--problem", paramLabel = "FILE", description = "Where to write the problem as JSON")
    private @Nullable Path problem;

    @Override
    public Integer call() {
        if (mps == null && problem == null) {
            throw new BadInput(
                    "export", 0, "", "neither --mps nor --problem names a file.", "one of them was forgotten.");
        }
        var snapshot = common.snapshot();
        var question = Common.question(snapshot, Common.buyer(snapshot, buyer), asOf, limits);
        var applied = Applied.of(
                snapshot, question, Common.scenarios(snapshot, scenarios).all());
        var stated = Advisor.problem(applied.snapshot(), applied.question());
        if (mps != null) {
            write(mps, Export.mps(stated.problem()));
        }
        if (problem != null) {
            write(problem, Json.pretty(Export.tree(stated)));
        }
        return Exit.DONE;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new BadInput(
                    file.toString(),
                    0,
                    "",
                    "the file cannot be written: " + unwritable.getMessage(),
                    "the folder does not exist.");
        }
    }
}
