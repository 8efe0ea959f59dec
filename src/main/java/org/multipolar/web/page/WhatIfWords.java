package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.web.language.Tongue;
import org.multipolar.whatif.WhatIf;

/** Says the figures of a what-if in sentences. */
final class WhatIfWords {

    private WhatIfWords() {}

    /** {@return what a reader is told first} */
    static List<String> headline(WhatIf answer, Tongue tongue) {
        var old = answer.baseline();
        var fresh = answer.rePlan();
        if (!old.stands()) {
            return List.of(tongue.say(fresh.stands() ? "what-if.only-then" : "what-if.never"));
        }
        if (answer.noEffect() != null) {
            return List.of(tongue.say("what-if.no-effect"));
        }
        var said = new ArrayList<String>();
        long lost = old.capacity() - answer.hold().capacity();
        if (lost == 0) {
            said.add(tongue.say("what-if.held-all"));
        } else {
            said.add(tongue.say("what-if.held-loses", tongue.tenThousandths(lost)));
            var over = answer.failOver();
            said.add(
                    over.stands()
                            ? tongue.say(
                                    "what-if.over-can",
                                    WhatIfTable.usd(old, over),
                                    WhatIfTable.score(over) - WhatIfTable.score(old))
                            : tongue.say("what-if.over-cannot"));
        }
        said.add(planned(answer, tongue));
        return said;
    }

    private static String planned(WhatIf answer, Tongue tongue) {
        var old = answer.baseline();
        var fresh = answer.rePlan();
        if (!fresh.stands()) {
            return tongue.say(fresh.outcome().equals("unproven") ? "what-if.plan-open" : "what-if.plan-none");
        }
        return tongue.say(
                answer.moves().isEmpty() ? "what-if.plan-same" : "what-if.plan-moves",
                WhatIfTable.usd(old, fresh),
                WhatIfTable.score(fresh) - WhatIfTable.score(old),
                answer.moves().size());
    }

    /** {@return what a change did to the mix} */
    static String delta(WhatIf.Delta delta, Tongue tongue) {
        var score = delta.score();
        var cost = delta.cost();
        var held = delta.held() == 0
                ? tongue.say("what-if.delta-held")
                : tongue.say("what-if.delta-lost", tongue.tenThousandths(delta.held()));
        var plan = score == null || cost == null
                ? tongue.say(delta.outcome().equals("unproven") ? "what-if.plan-open" : "what-if.plan-none")
                : tongue.say("what-if.delta-plan", delta.shares(), cost / 1_000_000, score);
        return held + " " + plan;
    }
}
