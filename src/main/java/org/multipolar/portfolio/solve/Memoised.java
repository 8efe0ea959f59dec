package org.multipolar.portfolio.solve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/**
 * Remembers outcomes, so that a sweep that meets a problem twice solves it once. Safe for use by many threads.
 *
 * <p>Problems are the same where all their numbers and ties, and the names of blocks and limits, are: those that an outcome
 * can depend on. Names and meanings of variables and names of rows are left out. Two threads that meet a new problem at once
 * both solve it, to equal outcomes.
 */
public final class Memoised implements Solver {

    private final Solver solver;
    private final Map<ByteBuffer, Outcome> kept;

    /**
     * @param most outcomes kept; the one asked for longest ago goes first
     */
    public Memoised(Solver solver, int most) {
        this(solver, new Recent(most));
    }

    private Memoised(Solver solver, Map<ByteBuffer, Outcome> kept) {
        this.solver = solver;
        this.kept = kept;
    }

    /** {@return the same memory before another solver, such as that of another thread; it must give equal outcomes} */
    public Memoised before(Solver other) {
        return new Memoised(other, kept);
    }

    /** Outcomes, those asked for lately last. */
    private static final class Recent extends LinkedHashMap<ByteBuffer, Outcome> {
        private static final long serialVersionUID = 1;
        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Outcome> eldest) {
            return size() > most;
        }
    }

    @Override
    public String name() {
        return solver.name();
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        var key = ByteBuffer.wrap(digest(problem, ties));
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        var outcome = solver.solve(problem, ties);
        synchronized (kept) {
            kept.put(key, outcome);
        }
        return outcome;
    }

    @Override
    public Outcome any(Problem problem) {
        return solver.any(problem);
    }

    /** {@return SHA-256 of all that an outcome can depend on} */
    private static byte[] digest(Problem problem, Ties ties) {
        var sum = new Sum();
        sum.add(problem.constant());
        sum.add(problem.variables().size());
        for (int j = 0; j < problem.variables().size(); j++) {
            var variable = problem.variables().get(j);
            sum.add(variable.lower());
            sum.add(variable.upper());
            sum.add(problem.objective().get(j));
            sum.add(variable.block());
        }
        sum.add(problem.rows().size());
        for (Row row : problem.rows()) {
            sum.add(row.limit());
            sum.add(row.lower());
            sum.add(row.upper());
            sum.add(row.terms());
        }
        sum.add(ties.minimise().size());
        ties.minimise().forEach(sum::add);
        sum.add(ties.larger().size());
        ties.larger().forEach(sum::add);
        return sum.sha.digest();
    }

    /** Every number as eight bytes, every text after its length, every list after its size: no two problems read the same. */
    private static final class Sum {
        private final MessageDigest sha = sha256();
        private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

        void add(long number) {
            sha.update(eight.putLong(0, number).array());
        }

        void add(String text) {
            var bytes = text.getBytes(UTF_8);
            add(bytes.length);
            sha.update(bytes);
        }

        void add(List<Term> terms) {
            add(terms.size());
            for (var term : terms) {
                add(term.variable());
                add(term.factor());
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }
}
