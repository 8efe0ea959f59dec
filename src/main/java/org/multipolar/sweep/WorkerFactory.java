package org.multipolar.sweep;

/** Makes workers of a task, one for each thread that works; may be costly, and may be asked by several threads at a time. */
public interface WorkerFactory {

    ChunkWorker worker(Task task);
}
