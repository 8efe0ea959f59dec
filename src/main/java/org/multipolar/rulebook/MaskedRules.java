package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds rules that never change an answer, because one certain exclusion fires wherever they do.
 *
 * <p>An exclusion masks only if nobody can take it away: a proposal, which ships switched off, and a policy of the house,
 * which a buyer may switch off, do not.
 */
final class MaskedRules {

    private final Timeline timeline;

    MaskedRules(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Remark> among(List<Provision> provisions) {
        var maskers = provisions.stream().filter(MaskedRules::standsForAll).toList();
        var remarks = new ArrayList<Remark>();
        for (var provision : provisions) {
            if (!provision.rule().unstated()) {
                maskers.stream()
                        .filter(masker -> masks(masker, provision))
                        .findFirst()
                        .ifPresent(masker -> remarks.add(remark(provision, masker)));
            }
        }
        return remarks;
    }

    private static boolean standsForAll(Provision provision) {
        var card = provision.card();
        return provision.does(Effect.EXCLUDE)
                && !card.switchedOff()
                && !card.kind().equals("policy")
                && !card.status().equals("policy-default");
    }

    private boolean masks(Provision masker, Provision masked) {
        return !masker.id().equals(masked.id())
                && masker.window().covers(masked.window())
                && timeline.spells(masked.window(), masked, masker).stream()
                        .noneMatch(day -> timeline.on(day).holds(masked.when(), masker.otherwise()));
    }

    private static Remark remark(Provision masked, Provision masker) {
        var text = masked.does(Effect.EXCLUDE)
                ? "says the same as (%s), which excludes wherever it does.\nMaybe one is a copy, or it lacks what sets it apart."
                : "changes nothing, because (%s) excludes whatever it would %s.\nMaybe the exclusion reaches too far, or this rule is left over.";
        return Remark.of(
                Remark.Kind.ALWAYS_MASKED,
                masked.card(),
                masker.id(),
                text.formatted(masker.id(), masked.card().effect().word()));
    }
}
