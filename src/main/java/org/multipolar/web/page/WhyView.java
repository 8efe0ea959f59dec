package org.multipolar.web.page;

import java.util.List;
import java.util.TreeMap;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;

/**
 * Why an answer is as it is: the chain behind the mix, the reasons of the demands that are looked at, what each limit and
 * rule costs, how steady it is, what lies ahead and what nobody covers.
 *
 * @param choice demands to look at
 * @param demands those that are looked at
 * @param asking rules whose cost can be asked for one by one; none where the answer tells costs itself
 */
public record WhyView(
        Advice advice,
        boolean hasMix,
        Links links,
        ChainView chain,
        List<Option> choice,
        List<DemandWhy> demands,
        LimitsView limits,
        ClashView clash,
        StabilityView stability,
        List<Coming> coming,
        List<Gap> gaps,
        List<Rule> asking) {

    /** All demands at once, in addresses. */
    public static final String ALL = "all";

    /** One demand to look at. */
    public record Option(String id, String title, boolean chosen) {}

    /** A rule by id and title. */
    public record Rule(String id, String title) {}

    /** A change of law ahead. */
    public record Coming(
            String date, String rule, String title, String change, String effect, String text, List<String> demands) {}

    /** What the rules do not cover. */
    public record Gap(String region, String about, String coverage, String notCovered, List<String> demands) {}

    /**
     * {@return why an answer is as it is}
     *
     * @param demand the one to look at, or {@link #ALL}
     */
    public static WhyView of(Advice advice, World world, Tongue tongue, Links links, String demand) {
        var words = new Words(world, tongue);
        var limits = LeftOut.Limits.of(advice);
        return new WhyView(
                advice,
                advice.score() != null,
                links,
                ChainView.of(advice, words),
                advice.demands().stream()
                        .map(each ->
                                new Option(each.id(), each.title(), each.id().equals(demand)))
                        .toList(),
                advice.demands().stream()
                        .filter(each -> demand.equals(ALL) || each.id().equals(demand))
                        .map(each -> DemandWhy.of(each, words, links, limits))
                        .toList(),
                LimitsView.of(advice, words),
                ClashView.of(advice, words),
                StabilityView.of(advice.stability(), world, words),
                coming(advice, words),
                gaps(advice, words),
                links.recorded() ? List.of() : asking(advice));
    }

    public boolean all() {
        return choice.stream().noneMatch(Option::chosen);
    }

    /** Rules that set a limit without room: what another mix would be without them, their own pages work out. */
    private static List<Rule> asking(Advice advice) {
        var rules = new TreeMap<String, Rule>();
        if (advice.ruleCosts().isEmpty()) {
            advice.limits().stream()
                    .filter(limit -> limit.binding() && limit.id().startsWith(limit.source() + ":"))
                    .forEach(limit -> rules.putIfAbsent(limit.source(), new Rule(limit.source(), limit.title())));
        }
        return List.copyOf(rules.values());
    }

    private static List<Coming> coming(Advice advice, Words words) {
        return advice.upcoming().stream()
                .map(each -> new Coming(
                        each.date(),
                        each.rule(),
                        each.title(),
                        words.code("change", each.change()),
                        words.code("effect", each.effect()),
                        each.text(),
                        each.demands()))
                .toList();
    }

    private static List<Gap> gaps(Advice advice, Words words) {
        return advice.openGaps().stream()
                .map(each -> new Gap(
                        words.region(each.region()),
                        about(each.about(), words),
                        words.code("coverage", each.coverage()),
                        each.notCovered(),
                        each.demands()))
                .toList();
    }

    /** A gap is about a kind of data or about a sector; both may be public. */
    private static String about(String about, Words words) {
        var data = words.code("sensitivity", about);
        return data.equals(about) ? words.code("sector", about) : data;
    }
}
