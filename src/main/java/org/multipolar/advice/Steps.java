package org.multipolar.advice;

import java.util.function.Supplier;

/**
 * Told of the steps an answer is made in, so that whoever runs the program sees where its time goes.
 *
 * <p>Answers do not depend on it. Safe for use by many threads.
 */
public interface Steps {

    /** Nobody looks. */
    Steps UNSEEN = new Steps() {
        @Override
        public <T> Supplier<T> part(String name, Supplier<T> work) {
            return work;
        }
    };

    /**
     * {@return the same work, told as a part of what the calling thread does now, on whatever thread it runs later}
     *
     * @param name one of a few words: score, judge, solve, explain and the like
     */
    <T> Supplier<T> part(String name, Supplier<T> work);

    /** {@return what the work came to, told as a part of what this thread does} */
    default <T> T step(String name, Supplier<T> work) {
        return part(name, work).get();
    }
}
