package org.multipolar.decision;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.review.InlineOfferReader;
import org.multipolar.review.ReviewQuestion;
import org.multipolar.review.Subject;

/**
 * A vendor question in the body of a request.
 *
 * @param by the name that the body gives for who asks; null where it gives none
 * @param shipped whether the buyer is a shipped one
 */
public record ReviewRequest(ReviewQuestion question, @Nullable String by, boolean shipped) {

    private static final String[] KEYS = {"buyer", "demand", "offer", "supplier", "asOf", "quick", "by"};

    /** {@return the question of a body} */
    public static ReviewRequest read(byte[] bytes, AdviceRequest.Around around) {
        var body = JsonBody.read(bytes, KEYS);
        var parties = AdviceRequest.buyer(body, around);
        var demand = body.text("demand");
        if (demand == null) {
            throw new BadInput(
                    "request", 1, "demand", "the key (demand) is missing or empty.", "name one of the buyer's.");
        }
        return new ReviewRequest(
                new ReviewQuestion(
                        parties.buyer(),
                        AdviceRequest.day(body, around.today()),
                        demand,
                        subject(body, around),
                        quick(body)),
                body.text("by"),
                parties.shipped());
    }

    private static Subject subject(JsonBody body, AdviceRequest.Around around) {
        if (body.has("offer") == body.has("supplier")) {
            throw new BadInput(
                    "request",
                    1,
                    "offer",
                    body.has("offer") ? "both offer and supplier are named." : "neither offer nor supplier is named.",
                    "name one: offer as an id or as an object with the keys of a case's offer, or supplier as an id.");
        }
        if (body.isObject("offer")) {
            InlineOfferReader.read(
                            "request", body.value("offer"), around.snapshot().world())
                    .orThrow();
            // Read again alone, so that its digest is its own wherever it stood.
            return new Subject.OfInline(InlineOfferReader.read(
                            "request", body.alone("offer"), around.snapshot().world())
                    .orThrow());
        }
        return body.has("offer")
                ? new Subject.OfOffer(Objects.requireNonNull(body.text("offer")))
                : new Subject.OfSupplier(Objects.requireNonNull(body.text("supplier")));
    }

    private static boolean quick(JsonBody body) {
        var quick = body.flag("quick");
        return quick != null && quick;
    }
}
