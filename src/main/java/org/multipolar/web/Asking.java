package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.bundle.Bundle;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Evidence;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.ReviewRequest;
import org.multipolar.explain.Json;
import org.multipolar.review.AdviceDiff;
import org.multipolar.review.ReviewAnswer;
import org.multipolar.review.ReviewDiff;
import org.multipolar.review.Reviewer;

/** Asks a standing question again, of whatever kind it is. */
@Singleton
public class Asking {

    private final Answers answers;

    @Inject
    Asking(Answers answers) {
        this.answers = answers;
    }

    /**
     * What asking came to.
     *
     * @param text the answer; empty where the question could not be answered
     * @param failed why not; else empty
     * @param papers of the buyer; none where the question cannot be read any more
     * @param shipped whether the buyer is a shipped one
     */
    record Fresh(
            String text,
            String failed,
            Map<String, String> digests,
            List<Evidence> papers,
            boolean shipped,
            LocalDate asOf) {

        static Fresh failed(@Nullable String why, LocalDate day) {
            return new Fresh("", String.valueOf(why), Map.of(), List.of(), false, day);
        }
    }

    /** {@return what asking on a day comes to} */
    Fresh ask(boolean review, byte[] request, Bundle bundle, LocalDate day) {
        var snapshot = bundle.snapshot();
        var around = new AdviceRequest.Around(
                snapshot, id -> Serving.buyer(snapshot, id), snapshot.scenarios(), any -> {}, day);
        try {
            return review ? review(request, bundle, around) : advice(request, bundle, around);
        } catch (BadInput gone) {
            return Fresh.failed(gone.fault().message(), day);
        } catch (UnknownId gone) {
            return Fresh.failed(gone.getMessage(), day);
        }
    }

    private Fresh review(byte[] body, Bundle bundle, AdviceRequest.Around around) {
        var read = ReviewRequest.read(body, around);
        var question = read.question().on(around.today());
        var answer = answers.heavy(() -> new Reviewer(Answers.solver()).answer(bundle.snapshot(), question));
        return new Fresh(
                Json.pretty(answer), "", answer.digests(), question.buyer().evidence(), read.shipped(), around.today());
    }

    private Fresh advice(byte[] body, Bundle bundle, AdviceRequest.Around around) {
        var read = AdviceRequest.advice(body, around);
        var question = read.question().on(around.today());
        var advice = answers.remembered(bundle.snapshot(), question);
        return new Fresh(
                Json.pretty(advice), "", advice.digests(), question.buyer().evidence(), read.shipped(), around.today());
    }

    /** {@return what differs between two answers to one question} */
    static ReviewDiff diff(boolean review, String old, Fresh fresh) {
        if (!fresh.failed().isEmpty()) {
            return new ReviewDiff(List.of(new ReviewDiff.Change("question", "", "answered", fresh.failed())));
        }
        return review
                ? ReviewDiff.between(Json.read(old, ReviewAnswer.class), Json.read(fresh.text(), ReviewAnswer.class))
                : AdviceDiff.between(Json.read(old, Advice.class), Json.read(fresh.text(), Advice.class));
    }
}
