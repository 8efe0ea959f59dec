package org.multipolar.web.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.Flip;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.MixShare;
import org.multipolar.explain.Rejection;

/**
 * A candidate left out: the first ground, who gave it, and what would bring it in.
 *
 * @param rules that gave the ground, each with its page
 * @param facts what else gave it
 * @param detail of what would bring it in, as it was written
 * @param tried whether that was tried by solving again, in words; empty where nobody tried
 */
public record LeftOut(
        String model,
        String offer,
        String place,
        String ground,
        List<LinkView> rules,
        List<Said> facts,
        String citation,
        Figure suitability,
        String entersIf,
        String detail,
        String tried) {

    private static final Set<String> CRITERIA =
            Set.of("quality", "language", "price", "supply", "locality", "openness");
    private static final List<String> LIMITS = List.of("limits");

    /** The limits of an answer by id, and whether it has a mix at all. */
    record Limits(Map<String, LimitShown> byId, boolean mix) {

        static Limits of(Advice advice) {
            return new Limits(
                    advice.limits().stream()
                            .collect(Collectors.toMap(LimitShown::id, Function.identity(), (a, b) -> a)),
                    advice.score() != null);
        }
    }

    /** What would bring it in, in our words, and what stands beside it as it was written. */
    private record Enters(String ours, String written) {}

    static LeftOut of(Rejection each, DemandAnswer demand, Words words, Limits limits) {
        boolean byRules = Set.of("law", "policy", "unresolved").contains(each.ground())
                && !each.by().equals(LIMITS);
        var enters =
                each.flip() == null ? untried(each, demand, words, limits) : tried(each, each.flip(), words, limits);
        return new LeftOut(
                words.model(each.model()),
                each.offer(),
                words.place(each.servingCountry()),
                words.code("ground", each.ground()),
                byRules ? each.by().stream().map(LeftOut::rule).toList() : List.of(),
                byRules
                        ? List.of()
                        : each.by().stream().map(by -> fact(by, words)).toList(),
                each.citation(),
                Figure.parts(each.suitability(), words.tongue()),
                enters.ours(),
                enters.written(),
                solved(each.flip(), words));
    }

    private static LinkView rule(String id) {
        return new LinkView(id, "/rules/" + id);
    }

    private static Said fact(String by, Words words) {
        return by.equals("limits")
                ? Said.ours(words.say("enters.by-limits"))
                : CRITERIA.contains(by) ? Said.ours(words.code("criterion", by)) : Said.written(by);
    }

    /** Nobody tried: the ground itself says what would have to be otherwise. */
    private static Enters untried(Rejection each, DemandAnswer demand, Words words, Limits limits) {
        if (each.by().equals(LIMITS)) {
            return ours(words.say(limits.mix() ? "enters.limit-wider" : "enters.clash-gone"));
        }
        return switch (each.ground()) {
            case "law", "policy" -> ours(words.say("enters.rule", each.by().get(0)));
            case "unresolved" ->
                new Enters(words.say("enters.evidence", each.by().get(0)), each.wouldEnterIf());
            case "scenario" ->
                new Enters(words.say("enters.scenario"), each.by().get(0));
            default -> outscored(each) ? ours(behind(each, demand, words)) : unmet(each, words);
        };
    }

    private static boolean outscored(Rejection each) {
        return each.by().size() == 1 && CRITERIA.contains(each.by().get(0));
    }

    private static Enters unmet(Rejection each, Words words) {
        return each.ground().equals("price")
                ? ours(words.say("enters.price-stated"))
                : new Enters(words.say("enters.met"), each.by().get(0));
    }

    private static String behind(Rejection each, DemandAnswer demand, Words words) {
        long weakest =
                demand.mix().stream().mapToLong(MixShare::suitability).min().orElse(each.suitability());
        return words.say(
                "enters.suitability-more",
                words.parts(each.suitability()),
                words.parts(weakest),
                words.code("criterion", each.by().get(0)));
    }

    private static Enters tried(Rejection each, Flip flip, Words words, Limits limits) {
        return switch (flip.kind()) {
            case "price" ->
                ours(words.say(
                        "enters.price",
                        words.fineMoney(Long.parseLong(flip.from())),
                        words.fineMoney(Long.parseLong(flip.to()))));
            case "quality" -> ours(risen(each, flip, words));
            case "place" -> ours(words.say("enters.place", words.place(flip.to())));
            case "limit" -> limit(flip, words, limits);
            case "rule" -> ours(words.say("enters.rule", flip.from()));
            case "evidence" -> new Enters(words.say("enters.evidence", flip.from()), each.wouldEnterIf());
            default -> new Enters(words.say("enters.met"), flip.from());
        };
    }

    private static String risen(Rejection each, Flip flip, Words words) {
        var from = words.parts(Long.parseLong(flip.from()));
        var to = words.parts(Long.parseLong(flip.to()));
        return outscored(each)
                ? words.say(
                        "enters.suitability-most",
                        from,
                        to,
                        words.code("criterion", each.by().get(0)))
                : words.say("enters.suitability", from, to);
    }

    private static Enters limit(Flip flip, Words words, Limits limits) {
        if (!flip.confirmed()) {
            return ours(words.say("enters.no-suitability"));
        }
        var limit = limits.byId().get(flip.from());
        return new Enters(words.say("enters.limit"), (limit == null ? flip.from() : limit.title()) + ": " + flip.to());
    }

    private static Enters ours(String text) {
        return new Enters(text, "");
    }

    private static String solved(@Nullable Flip flip, Words words) {
        return flip == null
                ? ""
                : flip.confirmed()
                        ? words.say("enters.gets", words.share(flip.share()))
                        : words.say("enters.not-even-then");
    }
}
