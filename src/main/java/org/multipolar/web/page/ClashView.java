package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
     * @param cited whether the source is a text of law or a file, in its own words
     */
    public record Member(
            String title,
            String id,
            boolean locked,
            String lock,
            String demand,
            Said need,
            Said have,
            Said settledBy,
            LinkView source,
            boolean cited) {}

    /** One way out: what changes, and what the best mix then comes to. */
    public record Way(List<Said> changes, String owner, Figure score, Figure usd) {}

    static ClashView of(Advice advice, Words words) {
        var cards = new ArrayList<Card>();
        if (!advice.clash().isEmpty()) {
            cards.add(card(words.say("clash.together"), advice.clash(), words));
        }
        advice.otherClashes().forEach(clash -> cards.add(card(words.say("clash.besides"), clash, words)));
        var titles = titles(advice);
        return new ClashView(
                cards,
                advice.relaxations().stream()
                        .map(way -> way(way, titles, words))
                        .toList(),
                advice.relaxations().isEmpty() ? noWay(advice, words) : "");
    }

    private static Map<String, String> titles(Advice advice) {
        var titles = new TreeMap<String, String>();
        all(advice).forEach(member -> titles.put(member.id(), member.title()));
        return titles;
    }

    private static Stream<ClashMember> all(Advice advice) {
        return Stream.concat(
                advice.clash().stream(), advice.otherClashes().stream().flatMap(List::stream));
    }

    private static Card card(String title, List<ClashMember> members, Words words) {
        return new Card(
                title, members.stream().map(member -> member(member, words)).toList());
    }

    private static Member member(ClashMember member, Words words) {
        var owner = words.code("owner", member.owner());
        var source = words.code("owner", member.source());
        return new Member(
                member.title(),
                member.id(),
                member.locked(),
                member.locked() ? words.say("clash.locked", owner) : words.say("clash.set-by", owner),
                member.demand(),
                need(member, words),
                have(member, words),
                settledBy(member, words),
                new LinkView(source, rule(member)),
                source.equals(member.source()));
    }

    /** A cap asks for at most its figure, a floor for at least; the others leave the opposite. */
    private static boolean cap(ClashMember member) {
        return member.need().startsWith("at most ");
    }

    private static Said need(ClashMember member, Words words) {
        var needs = member.needs();
        return needs == null
                ? Said.written(member.need())
                : Said.ours(Quantities.bounded(cap(member), member.unit(), needs, words));
    }

    private static Said have(ClashMember member, Words words) {
        var has = member.has();
        if (has == null) {
            return Said.written(member.have());
        }
        var bound = Quantities.bounded(!cap(member), member.unit(), has, words);
        return Said.ours(has == 0 && !cap(member) ? words.say("clash.nothing-counts", bound) : bound);
    }

    private static Said settledBy(ClashMember member, Words words) {
        boolean paper = member.id().endsWith(":evidence");
        boolean barrier = member.id().contains("@");
        return switch (member.owner()) {
            case "law" -> paper ? Said.written(member.settledBy()) : Said.ours(words.say("clash.settled-law"));
            case "house" -> paper ? Said.written(member.settledBy()) : Said.ours(words.say("clash.settled-house"));
            case "buyer", "structure" ->
                barrier ? Said.written(member.settledBy()) : Said.ours(words.say("clash.settled-buyer"));
            default -> Said.written(member.settledBy());
        };
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

    private static Way way(Relaxation way, Map<String, String> titles, Words words) {
        return new Way(
                way.changes().stream()
                        .map(change -> change(change, titles, words))
                        .toList(),
                words.tongue()
                        .list(way.changes().stream()
                                .map(change -> words.code("owner", change.owner()))
                                .distinct()
                                .toList()),
                Figure.count(way.score(), words.tongue()),
                Figure.usd(way.costMicroUsd(), words.tongue()));
    }

    private static Said change(Relaxation.Change change, Map<String, String> titles, Words words) {
        var title = titles.getOrDefault(change.limit(), change.limit());
        var house = change.owner().equals("house") ? " " + words.say("clash.house-rule") : "";
        return switch (change.kind()) {
            case "widen" -> widened(change, title, house, words);
            case "drop" -> Said.ours(words.say("clash.drop", title) + house);
            case "switch-off" -> Said.ours(words.say("clash.switch-off", title, change.demand()));
            default -> Said.written(change.what());
        };
    }

    private static Said widened(Relaxation.Change change, String title, String house, Words words) {
        var from = change.from();
        var to = change.to();
        if (from == null || to == null) {
            return Said.written(change.what());
        }
        return Said.ours(words.say(
                        "clash.widen",
                        title,
                        Quantities.bounded(to > from, change.unit(), to, words),
                        Quantities.in(change.unit(), from, words))
                + house);
    }

    private static String noWay(Advice advice, Words words) {
        var clashes = new ArrayList<>(advice.otherClashes());
        clashes.add(advice.clash());
        boolean shut = clashes.stream()
                .anyMatch(clash -> !clash.isEmpty() && clash.stream().allMatch(ClashMember::locked));
        return words.say(shut ? "clash.no-way" : "clash.no-way-found");
    }
}
