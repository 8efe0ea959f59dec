package org.multipolar.bench;

/** What a condition asks of a field. */
enum Question {
    NAMED("named"),
    OTHER_THAN("otherThan"),
    WITHIN("within"),
    OUTSIDE("outside"),
    HAS("has"),
    LACKS("lacks");

    private final String drl;

    Question(String drl) {
        this.drl = drl;
    }

    /** {@return the word that rules in the house form use} */
    String drl() {
        return drl;
    }
}
