package org.multipolar.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Chooser;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.scenario.Applied;
import picocli.CommandLine.ArgGroup;
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

    @Option(
            names = "--scenario",
            paramLabel = "ID-or-FILE",
            description = "A scenario to lay on it, by id or as a file; several are laid in turn")
    private List<String> scenarios = List.of();

    @Option(names = "--limits", paramLabel = "FILE", description = "More limits")
    private @Nullable Path limits;

    /** How many rejected candidates are asked about. */
    enum Depth {
        usual,
        full
    }

    @Option(
            names = "--explain",
            paramLabel = "DEPTH",
            description =
                    "usual: of the first three rejected candidates of a demand, what would bring them in; full: of all shown")
    private Depth explain = Depth.usual;

    @Option(
            names = "--keep",
            paramLabel = "ID",
            description = "A supplier that stays with a lot somewhere; another kind of id as {operator: azure}")
    private List<String> keep = List.of();

    @Option(names = "--never", paramLabel = "ID", description = "A supplier to leave out; likewise {origin: CN}")
    private List<String> never = List.of();

    @Option(
            names = "--at-least",
            paramLabel = "SHARE:OF",
            description = "Percent of the volume, such as 20:open; likewise {share: 10, on: origin, of: [FR]}")
    private List<String> atLeast = List.of();

    @Option(
            names = "--stability",
            paramLabel = "DRAWS",
            description = "Ask again under so many draws of weights and data (default: 0, not asked)")
    private int draws;

    @Option(
            names = "--solves",
            paramLabel = "COUNT",
            description =
                    "With --frontier: most problems that are solved (default: 60); few for a quick, coarse answer")
    private @Nullable Integer solves;

    @ArgGroup
    private @Nullable Others others;

    /** What is asked for instead of the one answer. */
    static final class Others {

        @Option(names = "--best", paramLabel = "COUNT", description = "The best mixes in turn, by who supplies what")
        private int best;

        @Option(names = "--best-shares", paramLabel = "COUNT", description = "The best mixes in turn, by every share")
        private int bestShares;

        @Option(names = "--frontier", description = "Mixes that trade score, cost and worst loss against each other")
        private boolean frontier;
    }

    @Override
    public Integer call() {
        var shipped = common.snapshot();
        var lines = new TreeMap<>(Map.of("keep", keep, "never", never, "at least", atLeast));
        var plain = Common.question(shipped, Common.buyer(shipped, buyer), asOf, limits, lines);
        var applied =
                Applied.of(shipped, plain, Common.scenarios(shipped, scenarios).all());
        var snapshot = applied.snapshot();
        var question = applied.question();
        var solver = Decomposition.forQuestions();
        if (solves != null && (others == null || !others.frontier)) {
            throw new BadInput("--solves", 0, "", "only a frontier is cut short.", "ask for it by --frontier.");
        }
        if (others == null) {
            var drawing = question.drawing(counted("--stability", draws, 0, Question.MOST_DRAWS));
            var advice = new Advisor(solver)
                    .recommend(snapshot, explain == Depth.full ? drawing.explainedInFull() : drawing)
                    .advice();
            return print(advice, AdviceText.of(advice), advice.outcome());
        }
        if (draws > 0) {
            throw new BadInput("--stability", 0, "", "draws are part of the one answer only.", "ask for them alone.");
        }
        if (explain == Depth.full) {
            throw new BadInput("--explain", 0, "", "only the one answer is explained.", "ask for it alone.");
        }
        var chooser = new Chooser(solver);
        if (others.frontier) {
            int most = solves == null ? Chooser.MOST_SOLVES : counted("--solves", solves, 1, Chooser.MOST_SOLVES);
            var tradeoffs = chooser.frontier(snapshot, question, most);
            return print(tradeoffs, ChoiceText.of(tradeoffs), tradeoffs.outcome());
        }
        boolean shares = others.bestShares != 0;
        int count = counted(
                shares ? "--best-shares" : "--best", shares ? others.bestShares : others.best, 1, Chooser.MOST_MIXES);
        var mixes = chooser.best(snapshot, question, shares ? Distinct.SHARES : Distinct.SUPPLIERS, count);
        return print(mixes, ChoiceText.of(mixes), mixes.outcome());
    }

    private static int counted(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInput(option, 0, "", "(%d) is not between %d and %d.".formatted(value, least, most), null);
        }
        return value;
    }

    private int print(Object answer, String text, String outcome) {
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.print(common.json() ? Json.pretty(answer) : text);
        out.flush();
        return outcome.equals("optimal") ? Exit.DONE : Exit.NEGATIVE;
    }
}
