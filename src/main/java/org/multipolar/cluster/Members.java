package org.multipolar.cluster;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.multipolar.sweep.WorkerFactory;

/** How this process works on tasks; said once, when it starts, since a program cannot travel to where the work is. */
public final class Members {

    private static final AtomicReference<@Nullable WorkerFactory> FACTORY = new AtomicReference<>();

    private Members() {}

    /** From now on this process works on tasks like this. */
    public static void factory(WorkerFactory factory) {
        FACTORY.set(factory);
    }

    static WorkerFactory factory() {
        var factory = FACTORY.get();
        if (factory == null) {
            throw new IllegalStateException(
                    """
                    This member cannot work: nobody said how.
                    Maybe Members.factory was not called before it joined.""");
        }
        return factory;
    }
}
