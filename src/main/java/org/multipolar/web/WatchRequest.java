package org.multipolar.web;

import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.JsonBody;

/**
 * What a new watch is to ask: what a review asked, or a question of its own.
 *
 * @param review id of the review; null where the body has a question
 * @param by who asks, where the caller may say so
 */
record WatchRequest(@Nullable String review, @Nullable String by, JsonBody body) {

    private static final String REVIEW = "review";
    private static final String QUESTION = "question";

    static WatchRequest read(byte[] bytes) {
        var body = JsonBody.read(bytes, REVIEW, QUESTION, "by");
        boolean both = body.has(REVIEW);
        if (both == body.has(QUESTION)) {
            throw new BadInput(
                    "request",
                    1,
                    REVIEW,
                    both ? "both review and question are there." : "neither review nor question is there.",
                    "review is the id of a review, question the body of a POST to /api/v1/advice.");
        }
        return new WatchRequest(both ? body.text(REVIEW) : null, body.text("by"), body);
    }

    /** {@return the question, read where it stands, so that faults name the lines of the request} */
    AdviceRequest question(AdviceRequest.Around around) {
        return AdviceRequest.advice(body.value(QUESTION), around)
                .withoutScenarios("leave them out: a watch asks about things as they are.");
    }

    /** {@return the question's own bytes, the same wherever they stood} */
    byte[] request() {
        return body.alone(QUESTION);
    }
}
