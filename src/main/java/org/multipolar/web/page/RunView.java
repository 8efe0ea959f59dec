package org.multipolar.web.page;

import org.multipolar.web.language.Tongue;

/**
 * How far draws of uncertainty are.
 *
 * @param state waiting, running, cancelled or failed; empty where nothing was asked for
 * @param problem what went wrong, or empty
 * @param still whether the page leaves it to the reader to look again
 */
public record RunView(
        String id, String state, long done, long of, int draws, long seed, String problem, boolean still) {

    /** {@return no run yet, with the draws and seed to offer} */
    public static RunView none(int draws, long seed) {
        return new RunView("", "", 0, 0, draws, seed, "", false);
    }

    /** {@return the seed as it is typed, ungrouped} */
    public String seedSaid() {
        return String.valueOf(seed);
    }

    public boolean goesOn() {
        return state.equals("waiting") || state.equals("running");
    }

    /** {@return how far it is, in a sentence} */
    String said(Tongue tongue) {
        return switch (state) {
            case "waiting" -> tongue.say("countries.run-waiting");
            case "running" -> tongue.say("countries.run-running", done, of);
            case "cancelled" -> tongue.say("countries.run-cancelled", done, of);
            case "failed" -> tongue.say("countries.run-failed");
            default -> tongue.say("countries.run-none");
        };
    }
}
