package org.multipolar.sweep;

/** Works out chunks of one task; used by one thread at a time. */
public interface ChunkWorker extends AutoCloseable {

    /**
     * {@return the chunk's result; the same bytes for the same task and chunk, whoever works it out and however often}
     *
     * <p>What it throws ends the whole work. It should return soon once its thread is interrupted, since nobody waits for the
     * result any more.
     */
    Blob work(int chunk);

    @Override
    void close();
}
