package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.multipolar.advice.Advice;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.LossShown;

/** The three things a reader must know besides the mix. */
final class Matters {

    private static final int NAMED = 3;
    private static final long WHOLE = 10_000;

    /** A demand beside one loss that would touch it. */
    record Blow(DemandAnswer demand, LossShown loss) {}

    private final Advice advice;
    private final Words words;

    Matters(Advice advice, Words words) {
        this.advice = advice;
        this.words = words;
    }

    List<String> all() {
        var matters = new ArrayList<String>();
        advice.notCovered()
                .forEach(place -> matters.add(words.say("matter.not-covered", words.country(place.country()))));
        worst().map(this::said).ifPresent(matters::add);
        mostExposedOrigin().ifPresent(matters::add);
        matters.add(boundOrComing());
        return matters;
    }

    /** {@return the single loss that takes most of one demand, of the largest where several tie; empty without a mix} */
    Optional<Blow> worst() {
        return advice.demands().stream()
                .flatMap(demand -> demand.worstLoss().values().stream().map(loss -> new Blow(demand, loss)))
                .max(Comparator.comparingInt((Blow blow) -> blow.loss().lost())
                        .thenComparingLong(blow -> blow.demand().volumeMtok()));
    }

    private String said(Blow blow) {
        var loss = blow.loss();
        return words.say(
                "matter.loss",
                loss.of(),
                words.lostInSentence(loss.of(), loss.is()),
                words.share(loss.lost()),
                blow.demand().title(),
                words.share(loss.keeps()));
    }

    /** {@return ten-thousandths of all volume by the country in which the models were made} */
    Map<String, Long> origins() {
        var byOrigin = new TreeMap<String, Long>();
        long volume = 0;
        for (var demand : advice.demands()) {
            volume += demand.volumeMtok();
            demand.exposure()
                    .getOrDefault("origin", Map.of())
                    .forEach((origin, percent) -> byOrigin.merge(origin, percent * demand.volumeMtok(), Long::sum));
        }
        long all = Math.max(volume, 1);
        byOrigin.replaceAll((origin, part) -> (200 * part + all) / (2 * all));
        return byOrigin;
    }

    /** {@return the inverse of the Herfindahl index over all volume, in hundredths; 0 where nothing is bought} */
    long effectiveOrigins() {
        long herfindahl =
                origins().values().stream().mapToLong(part -> part * part).sum();
        return herfindahl == 0 ? 0 : (100 * WHOLE * WHOLE + herfindahl / 2) / herfindahl;
    }

    private Optional<String> mostExposedOrigin() {
        return origins().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most ->
                        words.say("matter.exposed", words.parts(most.getValue()), words.inSentence(most.getKey())));
    }

    private String boundOrComing() {
        var binding = advice.limits().stream().filter(LimitShown::binding).toList();
        if (!binding.isEmpty()) {
            return words.say("matter.bound", binding.size(), words.tongue().list(titles(binding)));
        }
        if (advice.upcoming().isEmpty()) {
            return words.say("matter.nothing");
        }
        var next = advice.upcoming().get(0);
        return words.say("matter.coming", next.change(), words.day(next.date()), next.title());
    }

    /** The wider ones first. */
    private List<String> titles(List<LimitShown> binding) {
        return binding.stream()
                .sorted(Comparator.comparing(
                        (LimitShown limit) -> limit.demand().isEmpty() ? 0 : 1))
                .map(limit -> words.say("words.quoted", limit.title()))
                .distinct()
                .limit(NAMED)
                .toList();
    }
}
