package org.multipolar.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Patch.Side;
import org.multipolar.catalog.Patch.Verb;

/** Says in a line what a patch does. */
public final class PatchWords {

    private PatchWords() {}

    public static String of(Patch patch) {
        if (patch instanceof Patch.Indicators change) {
            return "%s of %s %s"
                    .formatted(
                            change.indicator(),
                            all(change.units(), "every country"),
                            done(
                                    change.verb(),
                                    BigDecimal.valueOf(change.number()).toPlainString(),
                                    ""));
        } else if (patch instanceof Patch.Shock shock) {
            return "%s of %s %s"
                    .formatted(
                            shock.enabler(),
                            all(shock.units(), "every country"),
                            done(Verb.SCALE, millionths(shock.millionths()), ""));
        } else if (patch instanceof Patch.Prices change) {
            var which =
                    change.side() == Side.BOTH ? "prices" : change.side().name().toLowerCase(Locale.ROOT) + " prices";
            return "%s of %s %s"
                    .formatted(
                            which,
                            change.where().words(),
                            done(change.verb(), millionths(change.number()), " USD per million tokens"));
        } else if (patch instanceof Patch.CriterionWeight change) {
            var number = change.verb() == Verb.SCALE ? millionths(change.number()) : String.valueOf(change.number());
            return "weight of %s %s".formatted(change.criterion(), done(change.verb(), number, " percent"));
        } else if (patch instanceof Patch.Demands change) {
            var number = change.verb() == Verb.SCALE ? millionths(change.number()) : String.valueOf(change.number());
            return "%s of demands (%s) %s"
                    .formatted(
                            change.field().replace('_', ' '), change.where().words(), done(change.verb(), number, ""));
        } else if (patch instanceof Patch.Fact fact) {
            return "%s of %s (%s) becomes %s"
                    .formatted(
                            fact.field().replace('_', ' '),
                            table(fact.table()),
                            fact.where().words(),
                            String.join(", ", fact.to()));
        } else if (patch instanceof Patch.NewOffer added) {
            return "new offer %s".formatted(added.offer().id());
        } else if (patch instanceof Patch.Remove remove) {
            return "%s removed: %s"
                    .formatted(table(remove.table()), remove.where().words());
        } else if (patch instanceof Patch.Bound bound) {
            return limit(bound.limit());
        } else if (patch instanceof Patch.Unbound unbound) {
            return "without the limits " + String.join(", ", unbound.limits());
        } else if (patch instanceof Patch.Rules rules) {
            var ids = String.join(", ", rules.rules());
            return switch (rules.ruling()) {
                case OFF -> "without the rules " + ids;
                case ON -> "in force: " + ids;
                case FROM -> "in force from %s: %s".formatted(rules.date(), ids);
            };
        } else if (patch instanceof Patch.AsOf asOf) {
            return "as of " + asOf.day();
        } else if (patch instanceof Patch.Lost lost) {
            return "%s %s lost%s"
                    .formatted(
                            lost.loss().name().toLowerCase(Locale.ROOT),
                            String.join(", ", lost.ids()),
                            lost.where().fields().isEmpty()
                                    ? ""
                                    : " for " + lost.where().words());
        } else if (patch instanceof Patch.Bar bar) {
            return "barred: %s%s".formatted(bar.where().words(), bar.why().isEmpty() ? "" : " (" + bar.why() + ")");
        }
        throw new IllegalStateException("No words for " + patch);
    }

    private static String limit(LimitClause limit) {
        return "limit %s: %s on %s%s at %d"
                .formatted(
                        limit.id(),
                        limit.kind().name().toLowerCase(Locale.ROOT),
                        limit.on().word(),
                        limit.of().isEmpty() ? "" : " " + String.join(", ", limit.of()),
                        limit.on() == LimitClause.On.COST ? limit.at() / Halves.MILLION : limit.at());
    }

    private static String table(Patch.Table table) {
        return table.name().toLowerCase(Locale.ROOT);
    }

    private static String all(List<String> units, String every) {
        return units.isEmpty() ? every : String.join(", ", units);
    }

    private static String millionths(long number) {
        return BigDecimal.valueOf(number, 6).stripTrailingZeros().toPlainString();
    }

    private static String done(Verb verb, String number, String unit) {
        return switch (verb) {
            case SET -> "set to " + number + unit;
            case SCALE -> "times " + number;
            case ADD -> (number.startsWith("-") ? "less by " + number.substring(1) : "more by " + number) + unit;
        };
    }
}
