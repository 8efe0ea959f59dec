package org.multipolar.cluster;

/** A worker of some member threw; the message says which chunk, and what it said. */
public final class WorkFailed extends RuntimeException {

    WorkFailed(String message) {
        super(message);
    }
}
