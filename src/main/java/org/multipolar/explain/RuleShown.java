package org.multipolar.explain;

import java.util.List;
import java.util.Map;
import org.multipolar.rulebook.Field;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Rulebook;

/** A rule as readers see it. */
public record RuleShown(
        String id,
        String title,
        String effect,
        String kind,
        String status,
        String from,
        String until,
        boolean baseline,
        boolean switchedOff,
        List<String> jurisdictions,
        String statement,
        String obligation,
        String settledBy,
        String confidence,
        String asOf,
        boolean sourceRead,
        List<SourceShown> sources,
        List<String> asksFor,
        Map<String, String> annotations,
        String file,
        int line) {

    public static RuleShown of(RuleCard card, Rulebook rulebook) {
        return new RuleShown(
                card.id(),
                card.title(),
                card.effect().word(),
                card.kind(),
                card.status(),
                card.from() == null ? "" : card.from().toString(),
                card.until() == null ? "" : card.until().toString(),
                card.baseline(),
                card.switchedOff(),
                card.jurisdictions(),
                card.statement(),
                card.obligation(),
                card.settledBy(),
                card.confidence(),
                card.asOf(),
                card.sourceRead(),
                card.sources().stream()
                        .map(key -> SourceShown.of(rulebook.source(key)))
                        .toList(),
                card.fields().stream().map(Field::word).toList(),
                card.annotations(),
                card.file(),
                card.line());
    }

    public String text() {
        var text = new StringBuilder("%s: %s\n%s, %s, %s, from %s to %s\n"
                .formatted(
                        id,
                        title,
                        effect,
                        kind,
                        status,
                        from.isEmpty() ? "a day nobody read" : from,
                        until.isEmpty() ? "further notice" : until));
        text.append(statement).append('\n');
        if (!obligation.isEmpty()) {
            text.append("Duty: ").append(obligation).append('\n');
        }
        text.append("Asks for: ").append(String.join(", ", asksFor)).append('\n');
        sources.forEach(source -> text.append("Source: %s, %s %s %s (%s)\n"
                .formatted(source.title(), source.publisher(), source.date(), source.url(), source.licence())));
        return text.append("Confidence %s, as of %s; rules/%s line %d\n".formatted(confidence, asOf, file, line))
                .toString();
    }
}
