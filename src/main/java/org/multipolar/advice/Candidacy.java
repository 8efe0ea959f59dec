package org.multipolar.advice;

import java.util.List;
import java.util.function.Predicate;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Assessment;

/** Some candidates of a question judged by themselves: nothing is rated against other mixes, and nothing is solved. */
public final class Candidacy {

    private final Assessor assessor;

    public Candidacy(Snapshot snapshot, Question question) {
        this.assessor = new Assessor(snapshot, question);
    }

    /**
     * {@return the candidates of a demand that pass, each with verdict, findings and what it fails, in id order; none where
     * the buyer has no such demand}
     */
    public List<Assessment> of(String demand, Predicate<Candidate> which) {
        return assessor.assess(demand, which);
    }
}
