package org.multipolar.web.page;

import java.util.List;
import org.multipolar.web.language.Tongue;

/** Reviews and standing questions as lists. */
public record ReviewsView(
        List<Row> rows,
        String buyer,
        List<String> buyers,
        List<Form.Option> standings,
        List<Watched> watches,
        boolean mayDecide,
        boolean mayAsk,
        boolean names) {

    /**
     * One review.
     *
     * @param until last day of an approval or waiver, or empty
     * @param cause why it is open again, or empty
     */
    public record Row(
            String id,
            String subject,
            String buyer,
            String demand,
            String verdict,
            String standing,
            boolean undecided,
            String until,
            String cause) {}

    /**
     * A standing question.
     *
     * @param next the next dated change of law that touches its answer, in words, or empty
     * @param raised whether its answer changed and nobody took the change in
     */
    public record Watched(
            String id,
            String buyer,
            String asks,
            String review,
            String state,
            boolean raised,
            boolean ended,
            String cause,
            List<ReviewView.Changed> changes,
            String next) {}

    private static final List<String> STANDINGS =
            List.of("", "answered", "approved", "refused", "waived", "reopened", "expired");

    /** {@return what the list can be narrowed to} */
    public static List<Form.Option> standings(String chosen, Tongue tongue) {
        return STANDINGS.stream()
                .map(each -> new Form.Option(
                        each,
                        each.isEmpty() ? tongue.say("reviews.all") : tongue.code("reviews-standing", each),
                        each.equals(chosen)))
                .toList();
    }
}
