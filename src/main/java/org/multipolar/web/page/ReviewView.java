package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.World;
import org.multipolar.review.Duty;
import org.multipolar.review.MixEffect;
import org.multipolar.review.OfferReviewed;
import org.multipolar.review.ReviewAnswer;
import org.multipolar.review.Substitutability;
import org.multipolar.review.Unsettled;
import org.multipolar.web.language.Tongue;

/**
 * A review as its page shows it: what was asked, the verdict, what is to be done, what it would do to the mix, and what people
 * decided.
 *
 * @param subject what was asked about, by name
 * @param said the verdict in a sentence of the reader's language; empty where only the answer's own headline says it
 * @param cause what changed the answer since somebody decided; empty where nothing did
 * @param changes what differs from the answer before
 * @param may what the reader may decide
 */
public record ReviewView(
        ReviewAnswer answer,
        String id,
        String subject,
        String verdict,
        String said,
        String standing,
        String standingSaid,
        String reason,
        String cause,
        List<Changed> changes,
        List<Offer> offers,
        List<Task> tasks,
        List<Unsettled> unsettled,
        List<Side> sides,
        List<Shift> shifts,
        @Nullable Hard hard,
        List<Happened> history,
        May may,
        @Nullable Refusal refusal) {

    /** What differs between two answers. */
    public record Changed(String what, String old, String fresh) {}

    /** One way to buy it. */
    public record Offer(
            String id, String model, String maker, String operator, String place, String verdict, String unfit) {}

    /** One line of the checklist. */
    public record Task(Duty duty, String status, String papers) {}

    /** A figure of the mix of today and of the mix that holds this. */
    public record Side(String name, String before, String after) {}

    /** A share that would move. */
    public record Shift(String demand, String offer, String place, String from, String to) {}

    /** How hard it would be to replace. */
    public record Hard(String grade, String code, String exit, List<String> reasons) {}

    /** One thing that happened, with who did it and when. */
    public record Happened(String what, String at, String instant, String by, String reason, String until) {}

    /**
     * What the reader may do.
     *
     * @param decide whether the reader may approve, refuse and waive
     * @param ask whether the reader may ask and watch
     * @param name whether who acts is typed in, because nobody is told apart
     * @param token names the state of the review that the reader saw, so that a form sent twice counts once
     */
    public record May(boolean decide, boolean ask, boolean name, String token) {}

    /** Why a decision was not taken, and what was typed. */
    public record Refusal(String what, String maybe, String action, String reason, String until, String by) {}

    /** Facts of a review beside its answer. */
    public record State(
            String id,
            String standing,
            @Nullable String until,
            @Nullable String decidedBy,
            @Nullable String reason,
            List<Map<String, Object>> history) {}

    public static ReviewView of(
            ReviewAnswer answer, State state, May may, @Nullable Refusal refusal, World world, Tongue tongue) {
        return new Maker(answer, state, new Words(world, tongue), tongue).view(may, refusal);
    }

    private record Maker(ReviewAnswer answer, State state, Words words, Tongue tongue) {

        ReviewView view(May may, @Nullable Refusal refusal) {
            var last = state.history().get(state.history().size() - 1);
            return new ReviewView(
                    answer,
                    state.id(),
                    subject(),
                    tongue.code("reviews-verdict", answer.verdict()),
                    said(),
                    tongue.code("reviews-standing", state.standing()),
                    standing(),
                    text(state.reason()),
                    text(last.get("cause")),
                    changes(last),
                    answer.offers().stream().map(this::offer).toList(),
                    answer.checklist().stream().map(this::task).toList(),
                    answer.unsettled(),
                    sides(),
                    shifts(),
                    hard(answer.substitutability()),
                    state.history().stream().map(this::happened).toList(),
                    may,
                    refusal);
        }

        private String said() {
            boolean buyable =
                    answer.verdict().equals("allowed") || answer.verdict().equals("conditional");
            if (tongue.tag().equals("en") || !buyable) {
                return "";
            }
            long open = answer.checklist().stream()
                    .filter(duty -> duty.open() && duty.certain())
                    .count();
            var duties = tongue.say("reviews.duties-open", open);
            var hard = answer.substitutability();
            return hard == null
                    ? duties
                    : tongue.say("reviews.duties-and-grade", duties, tongue.code("reviews-grade", hard.grade()));
        }

        private String subject() {
            var offers = answer.offers();
            if (answer.subject().kind().equals("supplier")) {
                return offers.isEmpty() ? answer.subject().id() : offers.get(0).supplierName();
            }
            return offers.isEmpty()
                    ? answer.subject().id()
                    : tongue.say(
                            "reviews.offer-by",
                            offers.get(0).modelName(),
                            words.operator(offers.get(0).operator()));
        }

        /** Who decided, and until when; or that somebody else is to decide. */
        private String standing() {
            var until = state.until();
            return switch (state.standing()) {
                case "approved", "refused", "waived" ->
                    until == null
                            ? tongue.say("reviews.decided-by", text(state.decidedBy()))
                            : tongue.say("reviews.decided-until", text(state.decidedBy()), tongue.day(until));
                case "expired" -> tongue.say("reviews.expired-on", tongue.day(text(until)));
                case "reopened" -> tongue.say("reviews.reopened");
                default -> tongue.say("reviews.waits");
            };
        }

        private Offer offer(OfferReviewed each) {
            return new Offer(
                    each.offer(),
                    each.modelName(),
                    each.supplierName(),
                    words.operator(each.operator()),
                    words.place(each.servingCountry()),
                    tongue.code("reviews-verdict", each.verdict()),
                    String.join("; ", each.unfit()));
        }

        private Task task(Duty duty) {
            var papers = duty.evidence().stream()
                    .map(each -> each.until().isEmpty()
                            ? tongue.say("reviews.paper", each.flag(), each.owner(), tongue.day(each.dated()))
                            : tongue.say("reviews.paper-until", each.flag(), each.owner(), tongue.day(each.until())))
                    .toList();
            var missing = duty.missing().isEmpty()
                    ? ""
                    : tongue.say("reviews.paper-missing", String.join(", ", duty.missing()));
            return new Task(
                    duty, tongue.code("reviews-duty", duty.status()), papers.isEmpty() ? missing : tongue.list(papers));
        }

        private List<Side> sides() {
            var effect = answer.effect();
            var sides = new ArrayList<Side>();
            if (effect != null) {
                var figures = new LinkedHashMap<String, java.util.function.Function<MixEffect.Side, String>>();
                figures.put("outcome", side -> tongue.code("decisions-outcome", side.outcome()));
                figures.put("score", side -> side.score() == null ? "" : tongue.number(side.score()));
                figures.put("cost", side -> tongue.usd(side.cost().totalMicroUsd()));
                figures.put("origins", this::origins);
                figures.put("largest", this::largest);
                figures.forEach((key, figure) -> sides.add(new Side(
                        tongue.code("reviews-effect", key),
                        effect.before() == null ? "" : figure.apply(effect.before()),
                        effect.after() == null ? "" : figure.apply(effect.after()))));
            }
            return sides;
        }

        private String origins(MixEffect.Side side) {
            var concentration = side.concentration();
            return concentration == null ? "" : tongue.decimal(concentration.effectiveOrigins() / 100.0, 2);
        }

        /** The country on whose makers most of the demand rests. */
        private String largest(MixEffect.Side side) {
            var concentration = side.concentration();
            if (concentration == null) {
                return "";
            }
            return concentration.exposure().getOrDefault("origin", Map.of()).entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                    .map(each -> tongue.say(
                            "reviews.share-of", words.country(each.getKey()), tongue.percent(each.getValue())))
                    .orElse("");
        }

        private List<Shift> shifts() {
            var effect = answer.effect();
            return effect == null
                    ? List.of()
                    : effect.shifts().stream()
                            .map(each -> new Shift(
                                    each.demand(),
                                    each.offer(),
                                    words.place(each.servingCountry()),
                                    tongue.percent(each.from()),
                                    tongue.percent(each.to())))
                            .toList();
        }

        private @Nullable Hard hard(@Nullable Substitutability hard) {
            return hard == null
                    ? null
                    : new Hard(
                            tongue.code("reviews-grade", hard.grade()),
                            hard.code(),
                            hard.exitCostMicroUsd() == 0
                                    ? ""
                                    : tongue.say("reviews.exit-cost", tongue.usd(hard.exitCostMicroUsd())),
                            hard.reasons());
        }

        private Happened happened(Map<String, Object> event) {
            var at = text(event.get("at"));
            return new Happened(
                    tongue.code("decisions-kind", text(event.get("kind"))),
                    at.length() < 16 ? at : DecisionsView.minute(at, tongue),
                    at,
                    text(event.get("by")),
                    event.get("reason") == null ? text(event.get("cause")) : text(event.get("reason")),
                    event.get("until") == null
                            ? ""
                            : tongue.say("reviews.until", tongue.day(text(event.get("until")))));
        }

        private static List<Changed> changes(Map<String, Object> event) {
            if (!(event.get("diff") instanceof Map<?, ?> diff) || !(diff.get("changes") instanceof List<?> changes)) {
                return List.of();
            }
            return changes.stream()
                    .filter(Map.class::isInstance)
                    .map(Map.class::cast)
                    .map(each -> new Changed(
                            (text(each.get("what")) + " " + text(each.get("of"))).strip(),
                            text(each.get("old")),
                            text(each.get("fresh"))))
                    .toList();
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }
}
