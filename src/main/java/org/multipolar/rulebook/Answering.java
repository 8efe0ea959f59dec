package org.multipolar.rulebook;

/** A fact of a case as rules may ask it; keeps its answers to all questions of its field, so that each is asked once. */
abstract sealed class Answering permits Text, Tags, Day, Amount {

    private long[] answers = {};

    /** {@return the answers, a bit for each question of the field} */
    final long[] answers() {
        return answers;
    }

    /** Asks all questions of its field, before anybody else sees it. */
    final void ask(Questionnaire questionnaire, Field field) {
        answers = questionnaire.answers(field, this);
    }
}
