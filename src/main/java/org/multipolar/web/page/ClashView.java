package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.advice.Advice;
import org.multipolar.explain.ClashMember;
import org.multipolar.explain.Relaxation;

/**
 * Why there is no mix, and what gives one.
 *
 * @param cards smallest sets that cannot hold together, the first the one that the answer names
 * @param ways fewest changes first
 * @param noWay why there is no way out, or empty where there is one
 */
public record ClashView(List<Card> cards, List<Way> ways, String noWay) {

    /** One set that cannot hold together. */
    public record Card(String title, List<Member> members) {}

    /**
     * One member: what it needs, what the others leave.
     *
     * @param lock who holds it, in a word
     */
    public record Member(
            String title,
            String id,
            boolean locked,
            String lock,
            String demand,
            String need,
            String have,
            String settledBy,
            LinkView source) {}

    /** One way out: what changes, and what the best mix then comes to. */
    public record Way(List<String> changes, String owner, String score, String usd) {}

    static ClashView of(Advice advice) {
        var cards = new ArrayList<Card>();
        if (!advice.clash().isEmpty()) {
            cards.add(card("These cannot hold together", advice.clash()));
        }
        advice.otherClashes().forEach(clash -> cards.add(card("Nor can these, by themselves", clash)));
        return new ClashView(
                cards,
                advice.relaxations().stream().map(ClashView::way).toList(),
                advice.relaxations().isEmpty() ? noWay(advice) : "");
    }

    private static Card card(String title, List<ClashMember> members) {
        return new Card(title, members.stream().map(ClashView::member).toList());
    }

    private static Member member(ClashMember member) {
        return new Member(
                member.title(),
                member.id(),
                member.locked(),
                member.locked() ? "locked: " + member.owner() : "set by: " + member.owner(),
                member.demand(),
                member.need(),
                member.have(),
                member.settledBy(),
                new LinkView(member.source(), rule(member)));
    }

    /** A rule that shuts candidates out stands before the demand, one that sets a limit before the first colon. */
    private static String rule(ClashMember member) {
        boolean made = member.owner().equals("law") || member.owner().equals("house");
        int at = member.id().indexOf('@');
        if (made && at > 0) {
            return "/rules/" + member.id().substring(0, at);
        }
        return member.id().startsWith(member.source() + ":") ? "/rules/" + member.source() : "";
    }

    private static Way way(Relaxation way) {
        return new Way(
                way.changes().stream().map(Relaxation.Change::what).toList(),
                way.owner(),
                Words.count(way.score()),
                Words.usd(way.costMicroUsd()));
    }

    private static String noWay(Advice advice) {
        var clashes = new ArrayList<>(advice.otherClashes());
        clashes.add(advice.clash());
        boolean shut = clashes.stream()
                .anyMatch(clash -> !clash.isEmpty() && clash.stream().allMatch(ClashMember::locked));
        return shut
                ? "None. What clashes is law or fact alone: nothing that the buyer may change gives a mix."
                : "None was found within the work allowed.";
    }
}
