package org.multipolar.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.BadInput;
import org.multipolar.enabler.Index;
import org.multipolar.explain.IndexShown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores countries. */
@Command(
        name = "index",
        description = "Scores countries on the six enablers of supply.",
        mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "UNIT",
            description = "One country or bloc, with its indicators and sources")
    private @Nullable String unit;

    @Option(
            names = "--method",
            paramLabel = "ID",
            description = "One of profiles/countries/methods (default: published)")
    private String method = "published";

    @Option(
            names = {"--indicators", "--meta"},
            paramLabel = "CSV",
            description = "Not offered yet")
    private @Nullable Path outside;

    @Option(
            names = {"--uncertainty", "--seed"},
            paramLabel = "N",
            description = "Not offered yet")
    private @Nullable Integer draws;

    @Override
    public Integer call() {
        if (outside != null || draws != null) {
            throw new BadInput("index", 0, "", "outside indicator sets and uncertainty are not offered yet.", null);
        }
        var snapshot = common.snapshot();
        var index = index(snapshot);
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        if (unit == null) {
            var shown = IndexShown.of(index, snapshot.world());
            out.print(common.json() ? Json.pretty(shown) : shown.text());
            return Exit.DONE;
        }
        var one = index.unit(unit);
        if (one == null) {
            throw new BadInput(
                    "index",
                    0,
                    "",
                    "no country or bloc is called (%s).".formatted(unit),
                    "codes are ISO 3166-1, such as DE.");
        }
        var shown = IndexShown.detail(one, snapshot.world());
        out.print(Json.pretty(shown));
        return Exit.DONE;
    }

    private Index index(Snapshot snapshot) {
        var index = snapshot.indexes().get(method);
        if (index == null) {
            throw new BadInput(
                    "--method",
                    0,
                    "",
                    "no method is called (%s).".formatted(method),
                    "it is one of " + snapshot.indexes().keySet() + ".");
        }
        return index;
    }
}
