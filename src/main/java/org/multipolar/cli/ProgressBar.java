package org.multipolar.cli;

import java.io.PrintWriter;
import org.multipolar.sweep.Sweep;

/** Shows how far a sweep is: in one line that is written over on a terminal, else a line at every tenth. */
final class ProgressBar {

    private static final int WIDTH = 40;
    private static final int TENTHS = 10;

    private final PrintWriter err;
    private final Sweep sweep;
    private final boolean terminal;
    private int shown = -1;

    ProgressBar(PrintWriter err, Sweep sweep) {
        this.err = err;
        this.sweep = sweep;
        this.terminal = !System.getenv().getOrDefault("TERM", "dumb").equals("dumb") && interactive();
    }

    @SuppressWarnings("SystemConsoleNull") // newer versions give a console that says itself whether it is a terminal
    private static boolean interactive() {
        return System.console() != null;
    }

    void show() {
        int done = sweep.done();
        int step = (int) ((long) done * (terminal ? WIDTH : TENTHS) / sweep.all());
        if (terminal) {
            err.print("\r[%s%s] %d of %d".formatted("#".repeat(step), " ".repeat(WIDTH - step), done, sweep.all()));
            err.flush();
        } else if (step != shown) {
            err.println("%d of %d futures".formatted(done, sweep.all()));
            err.flush();
        }
        shown = step;
    }

    void end() {
        if (terminal) {
            err.println();
        }
    }
}
