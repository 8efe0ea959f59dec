package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.World;
import org.multipolar.explain.FindingShown;
import org.multipolar.web.language.Tongue;

/**
 * A recorded answer as its report tells it: what the page of an answer says, laid out for paper, and how to check it.
 *
 * @param why what lies behind it
 * @param duties what the rules ask of whoever uses the mix, in order of the rules
 * @param priced limits that leave no room and of which one step of relief was tried
 * @param untried other limits that leave no room, those alike on one line
 * @param roomy how many limits hold with room to spare
 */
public record ReportView(
        AnswerView answer,
        WhyView why,
        List<Duty> duties,
        List<LimitsView.Line> priced,
        List<Alike> untried,
        int roomy,
        Receipt receipt) {

    /**
     * One duty.
     *
     * @param demands ids of those in whose mix the rule speaks
     */
    public record Duty(
            String rule,
            String title,
            String text,
            LinkView citation,
            String from,
            String until,
            boolean certain,
            List<String> demands) {}

    /** Limits of one title that stand alike in several demands; no demand where they are the buyer's as a whole. */
    public record Alike(String title, String owner, String source, String allows, List<String> demands) {}

    /**
     * The record that the answer was read from.
     *
     * @param place in the log
     * @param at UTC
     * @param key that signed, in base64
     */
    public record Receipt(String id, long place, String at, String by, String hash, String signature, String key) {}

    public static ReportView of(Advice advice, World world, Tongue tongue, Receipt receipt) {
        var answer = AnswerView.of(advice, world, tongue, "decision=" + receipt.id(), receipt.id());
        var why = WhyView.of(advice, world, tongue, answer.links(), WhyView.ALL);
        var limits = why.limits();
        var bound = new ArrayList<>(limits.priced());
        bound.addAll(limits.unknown());
        bound.addAll(limits.free());
        return new ReportView(
                answer,
                why,
                duties(advice),
                bound.stream().filter(line -> !line.step().isEmpty()).toList(),
                alike(bound.stream().filter(line -> line.step().isEmpty()).toList()),
                limits.others().size(),
                receipt);
    }

    /** {@return the same rule once, however many shares it speaks to} */
    private static List<Duty> duties(Advice advice) {
        var findings = new TreeMap<String, FindingShown>();
        var demands = new TreeMap<String, TreeSet<String>>();
        for (var demand : advice.demands()) {
            for (var share : demand.mix()) {
                for (var finding : share.findings()) {
                    if (!finding.obligation().isEmpty()) {
                        findings.merge(finding.rule(), finding, (first, next) -> first.certain() ? first : next);
                        demands.computeIfAbsent(finding.rule(), any -> new TreeSet<>())
                                .add(demand.id());
                    }
                }
            }
        }
        return findings.values().stream()
                .map(each -> new Duty(
                        each.rule(),
                        each.title(),
                        each.obligation(),
                        LinkView.of(each.citation(), each.reference()),
                        each.from(),
                        each.until(),
                        each.certain(),
                        List.copyOf(demands.getOrDefault(each.rule(), new TreeSet<>()))))
                .toList();
    }

    private static List<Alike> alike(List<LimitsView.Line> lines) {
        var groups = new LinkedHashMap<List<String>, List<LimitsView.Line>>();
        lines.forEach(line -> groups.computeIfAbsent(
                        List.of(line.title(), line.owner(), line.source().text(), line.allows()),
                        any -> new ArrayList<>())
                .add(line));
        return groups.values().stream()
                .map(group -> new Alike(
                        group.get(0).title(),
                        group.get(0).owner(),
                        group.get(0).source().text(),
                        group.get(0).allows(),
                        group.stream()
                                .map(LimitsView.Line::demand)
                                .filter(demand -> !demand.isEmpty())
                                .toList()))
                .toList();
    }
}
