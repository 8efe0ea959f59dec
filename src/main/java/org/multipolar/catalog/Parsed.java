package org.multipolar.catalog;

import java.util.function.Function;
import java.util.function.Supplier;

/** What reading an input yields: the thing, or the fault that a person must mend. */
public sealed interface Parsed<T> {

    <R> R fold(Function<T, R> good, Function<Fault, R> bad);

    /** The input was good. */
    record Good<T>(T value) implements Parsed<T> {
        @Override
        public <R> R fold(Function<T, R> good, Function<Fault, R> bad) {
            return good.apply(value);
        }
    }

    /** The input was bad. */
    record Bad<T>(Fault fault) implements Parsed<T> {
        @Override
        public <R> R fold(Function<T, R> good, Function<Fault, R> bad) {
            return bad.apply(fault);
        }
    }

    /** {@return the outcome of a reading that throws its faults; the throw ends here} */
    static <T> Parsed<T> of(Supplier<T> reading) {
        try {
            return new Good<>(reading.get());
        } catch (BadInput bad) {
            return new Bad<>(bad.fault());
        }
    }

    /** {@return the thing, or throws its fault on to the enclosing reading} */
    default T orThrow() {
        return fold(Function.identity(), fault -> {
            throw new BadInput(fault);
        });
    }
}
