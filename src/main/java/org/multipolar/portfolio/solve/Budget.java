package org.multipolar.portfolio.solve;

/** Linear programs that may still be solved. */
final class Budget {

    /** It ran out. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("The linear programs allowed are all spent.", null, false, false);
        }
    }

    private int left;

    Budget(int left) {
        this.left = left;
    }

    void spend() {
        if (left == 0) {
            throw new Spent();
        }
        left--;
    }
}
