package org.multipolar.sweep;

/** Is told what came of chunks. */
public interface Results {

    /** Told once for each chunk, in any order, by one thread at a time. What it throws ends the work. */
    void done(int chunk, Blob result);
}
