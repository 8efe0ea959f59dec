package org.multipolar.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.CsvTable;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Verdict;

/**
 * Questions that are asked of every release, and how they are answered.
 *
 * @param candidate the offer and place that is judged, or empty where the best mix of the demand alone is asked for
 */
record GoldenQuestions(String id, String buyer, String demand, String candidate, LocalDate day) {

    private static final String GONE = "not on offer";

    static List<GoldenQuestions> of(String file, byte[] bytes) {
        return CsvTable.readAny(file, bytes).rows().stream()
                .map(row -> new GoldenQuestions(
                        row.needed("question"),
                        row.needed("buyer"),
                        row.needed("demand"),
                        row.text("candidate"),
                        LocalDate.parse(row.needed("as_of"))))
                .toList();
    }

    boolean judged() {
        return !candidate.isEmpty();
    }

    String asked() {
        return "%s %s %s on %s".formatted(buyer, demand, judged() ? candidate : "alone", day);
    }

    /** Answers under one snapshot, without some rules; what is asked for the same buyer and day shares its preparation. */
    static final class Answerer {
        private final Snapshot snapshot;
        private final @Nullable String without;
        private final Map<List<Object>, Assessor> assessors = new HashMap<>();

        /**
         * @param without a rule to leave out, or null
         */
        Answerer(Snapshot snapshot, @Nullable String without) {
            this.snapshot = snapshot;
            this.without = without;
        }

        String answer(GoldenQuestions asked) {
            var buyer = snapshot.buyers().get(asked.buyer());
            if (buyer == null
                    || buyer.demands().stream().noneMatch(each -> each.id().equals(asked.demand()))) {
                return "no such demand";
            }
            return asked.judged() ? judged(asked, buyer) : mix(asked, buyer);
        }

        private Question question(Buyer buyer, LocalDate day) {
            var question = new Question(buyer, day, List.of());
            return without == null ? question : question.without(without);
        }

        private String judged(GoldenQuestions asked, Buyer buyer) {
            var assessment = assessors
                    .computeIfAbsent(
                            List.of(asked.buyer(), asked.day()),
                            any -> new Assessor(snapshot, question(buyer, asked.day())))
                    .assess(asked.demand(), asked.candidate());
            return assessment == null ? GONE : said(assessment);
        }

        /** {@return the verdict with the rules that make it, and whether the candidate meets the demand's needs} */
        private static String said(Assessment assessment) {
            var by = deciding(assessment);
            return assessment.verdict().word()
                    + (by.isEmpty() ? "" : " by " + String.join(" ", by))
                    + (assessment.unfit().isEmpty() ? "" : "; unfit");
        }

        private String mix(GoldenQuestions asked, Buyer buyer) {
            var alone = OneDemand.alone(buyer, asked.demand());
            var advice = new Advisor(Decomposition.usual())
                    .recommend(snapshot, question(alone, asked.day()))
                    .advice();
            var shares = advice.demands().stream()
                    .map(DemandAnswer::mix)
                    .flatMap(List::stream)
                    .map(share -> share.offer() + " " + share.servingCountry() + " " + share.share())
                    .collect(Collectors.joining("; "));
            return advice.outcome() + " " + advice.score() + (shares.isEmpty() ? "" : ": " + shares);
        }
    }

    /** {@return ids of the rules without any of which the verdict would have other grounds} */
    static List<String> deciding(Assessment assessment) {
        return assessment.findings().stream()
                .filter(each -> decides(each, assessment.verdict()))
                .map(each -> each.rule().id())
                .toList();
    }

    private static boolean decides(Finding finding, Verdict verdict) {
        return verdict != Verdict.ALLOWED && Verdict.of(List.of(finding)) == verdict;
    }

    /** {@return each question that is answered otherwise, from what to what} */
    static List<String> differences(List<GoldenQuestions> questions, Map<String, String> old, Map<String, String> now) {
        var differences = new ArrayList<String>();
        for (var each : questions) {
            var was = Objects.requireNonNullElse(old.get(each.id()), "no answer");
            var is = World.known(now, each.id());
            if (!was.equals(is)) {
                differences.add("%s (%s)\n    was %s\n    is  %s".formatted(each.id(), each.asked(), was, is));
            }
        }
        return differences;
    }
}
