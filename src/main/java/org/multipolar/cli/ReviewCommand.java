package org.multipolar.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.Folder;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.review.InlineOfferReader;
import org.multipolar.review.ReviewQuestion;
import org.multipolar.review.Reviewer;
import org.multipolar.review.Subject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reviews one supplier or offer. */
@Command(
        name = "review",
        description = "Reviews one supplier or offer for one demand: verdict, duties, effect on the mix.",
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "BUYER", description = "Id of a shipped buyer, or a file")
    private String buyer = "";

    @Option(names = "--demand", required = true, paramLabel = "ID", description = "One of the buyer's demands")
    private String demand = "";

    @ArgGroup(multiplicity = "1")
    private Asked asked = new Asked();

    /** What is asked about: one of three. */
    static final class Asked {

        @Option(
                names = "--offer",
                paramLabel = "ID",
                description = "An offer of the catalogue; OFFER#PLACE for one place, MODEL@site:SITE in an own hall")
        private @Nullable String offer;

        @Option(names = "--supplier", paramLabel = "ID", description = "Every offer of a supplier")
        private @Nullable String supplier;

        @Option(
                names = "--offer-file",
                paramLabel = "FILE",
                description = "An offer that is not in the catalogue (YAML or JSON)")
        private @Nullable Path file;
    }

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day whose law and data apply (default: today, UTC)")
    private @Nullable String asOf;

    @Option(names = "--quick", description = "Verdict and checklist only, without solving")
    private boolean quick;

    @Override
    public Integer call() {
        var snapshot = common.snapshot();
        var question =
                new ReviewQuestion(Common.buyer(snapshot, buyer), Common.day(asOf), demand, subject(snapshot), quick);
        var answer = new Reviewer(Decomposition.forQuestions()).answer(snapshot, question);
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.print(common.json() ? Json.pretty(answer) : ReviewText.of(answer));
        out.flush();
        return answer.positive() ? Exit.DONE : Exit.NEGATIVE;
    }

    private Subject subject(Snapshot snapshot) {
        if (asked.offer != null) {
            return new Subject.OfOffer(asked.offer);
        }
        if (asked.supplier != null) {
            return new Subject.OfSupplier(asked.supplier);
        }
        var file = java.util.Objects.requireNonNull(asked.file);
        return new Subject.OfInline(InlineOfferReader.read(file.toString(), Folder.bytes(file), snapshot.world())
                .orThrow());
    }
}
