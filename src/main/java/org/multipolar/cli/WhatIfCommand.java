package org.multipolar.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.whatif.WhatIfs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks what scenarios do to a mix. */
@Command(
        name = "what-if",
        description = "Lays scenarios on a buyer: the mix as it is beside hold, fail over and re-plan.",
        mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BUYER", description = "Id of a shipped buyer, or a file")
    private String buyer = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SCENARIO",
            description = "Scenarios by id or as files; several are laid on each other in turn")
    private List<String> scenarios = List.of();

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the baseline (default: today, UTC)")
    private @Nullable String asOf;

    @Option(names = "--limits", paramLabel = "FILE", description = "More limits")
    private @Nullable Path limits;

    @Override
    public Integer call() {
        var snapshot = common.snapshot();
        var question = Common.question(snapshot, Common.buyer(snapshot, buyer), asOf, limits);
        var stack = Common.scenarios(snapshot, scenarios);
        var answer = new WhatIfs(Decomposition.forQuestions()).ask(snapshot, question, stack);
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.print(common.json() ? Json.pretty(answer) : WhatIfText.of(answer));
        out.flush();
        return answer.rePlan().outcome().equals("optimal") ? Exit.DONE : Exit.NEGATIVE;
    }
}
