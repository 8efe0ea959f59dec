package org.multipolar.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advisor;
import org.multipolar.portfolio.solve.OrTools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recommends a mix. */
@Command(
        name = "advise",
        description = "Recommends a proven mix of suppliers for a buyer.",
        mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "BUYER", description = "Id of a shipped buyer, or a file")
    private String buyer = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day whose law and data apply (default: today, UTC)")
    private @Nullable String asOf;

    @Option(names = "--scenario", paramLabel = "ID-or-FILE", description = "Not offered yet")
    private List<String> scenarios = List.of();

    @Option(names = "--limits", paramLabel = "FILE", description = "More limits")
    private @Nullable Path limits;

    @Override
    public Integer call() {
        Unsupported.scenarios(scenarios);
        var snapshot = common.snapshot();
        var question = Common.question(snapshot, Common.buyer(snapshot, buyer), asOf, limits);
        var advice = new Advisor(new OrTools(OrTools.USUAL_WORK))
                .recommend(snapshot, question)
                .advice();
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.print(common.json() ? Json.pretty(advice) : AdviceText.of(advice));
        out.flush();
        return advice.outcome().equals("optimal") ? Exit.DONE : Exit.NEGATIVE;
    }
}
