package org.multipolar.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Judgements;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.whatif.Ahead;
import org.multipolar.whatif.WatchList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is known to come for a mix. */
@Command(
        name = "ahead",
        description =
                "Lists dated changes of law and ends of contracts ahead of a buyer's mix, and which of them change it.",
        mixinStandardHelpOptions = true)
final class AheadCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "BUYER", description = "Id of a shipped buyer, or a file")
    private String buyer = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day to look ahead from (default: today, UTC)")
    private @Nullable String asOf;

    @Option(names = "--limits", paramLabel = "FILE", description = "More limits")
    private @Nullable Path limits;

    @Override
    public Integer call() {
        var snapshot = common.snapshot();
        var question = Common.question(snapshot, Common.buyer(snapshot, buyer), asOf, limits);
        var ahead = new WatchList(Decomposition.forQuestions(), new Judgements()).ask(snapshot, question);
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.print(common.json() ? Json.pretty(ahead) : text(ahead));
        out.flush();
        return Exit.DONE;
    }

    private static String text(Ahead ahead) {
        var text = new StringBuilder();
        text.append("%s, %s to %s%n%s%n".formatted(ahead.buyerName(), ahead.asOf(), ahead.until(), ahead.finding()));
        for (var day : ahead.days()) {
            var score = day.scoreChange();
            text.append("%n%s  %s%s%n"
                    .formatted(
                            day.day(),
                            day.moves() ? "another mix is best" : "the mix stays",
                            score == null || score == 0 ? "" : ", score %+d".formatted(score)));
            day.contracts().forEach(each -> text.append("  the contract with %s has ended%n".formatted(each)));
            day.changes().forEach(each -> text.append("  %s%n".formatted(each.text())));
            day.shares().forEach(each -> text.append("  %s%n".formatted(each)));
        }
        return text.toString();
    }
}
