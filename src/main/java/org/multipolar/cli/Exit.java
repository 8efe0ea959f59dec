package org.multipolar.cli;

/** What a command's exit status means. */
final class Exit {

    static final int DONE = 0;
    static final int NEGATIVE = 1;
    static final int BAD_INPUT = 2;
    static final int FAULT = 3;

    private Exit() {}
}
