package org.multipolar.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries a fault out of the depths of a reading; {@link Parsed#of} catches it. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public BadInput(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    public BadInput(String file, int line, String field, String what, @Nullable String maybe) {
        this(new Fault(file, line, field, what, maybe));
    }

    public Fault fault() {
        return Objects.requireNonNull(fault);
    }
}
