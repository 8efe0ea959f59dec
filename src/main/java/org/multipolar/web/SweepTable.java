package org.multipolar.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.multipolar.store.Database;
import org.multipolar.sweep.Blob;

/** Sweeps and their chunks in the store. Safe for use by many threads and processes. */
final class SweepTable {

    static final String WAITING = "waiting";
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";
    static final String FAILED = "failed";

    private static final String COLUMNS = "id, owner, buyer, title, as_of, world, rules, profile, limits, plan, seed,"
            + " draws, chosen, report, state, problem, created";

    /**
     * A sweep as it is stored; profile, limits, plan, chosen and report are digests of contents.
     *
     * @param state waiting, running, done, cancelled or failed
     * @param created milliseconds of Unix time
     */
    record Row(
            String id,
            String owner,
            String buyer,
            String title,
            String asOf,
            String world,
            String rules,
            String profile,
            String limits,
            String plan,
            String seed,
            String draws,
            String chosen,
            String report,
            String state,
            String problem,
            long created) {

        boolean open() {
            return state.equals(WAITING) || state.equals(RUNNING);
        }
    }

    private final Database database;

    SweepTable(Database database) {
        this.database = database;
    }

    /** {@return the sweep, put there unless it is there already; one that was ended waits again} */
    Row start(Row row) {
        return database.write(handle -> {
            handle.execute(
                    "insert into sweep (" + COLUMNS + ", holder, held_until) values"
                            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, '', ?, '', 0) on conflict do nothing",
                    row.id(),
                    row.owner(),
                    row.buyer(),
                    row.title(),
                    row.asOf(),
                    row.world(),
                    row.rules(),
                    row.profile(),
                    row.limits(),
                    row.plan(),
                    row.seed(),
                    row.draws(),
                    WAITING,
                    row.created());
            handle.execute(
                    "update sweep set state = ?, problem = '' where id = ? and state in (?, ?)",
                    WAITING,
                    row.id(),
                    CANCELLED,
                    FAILED);
            var there = find(handle, row.id());
            if (there == null) {
                throw new IllegalStateException("The sweep (%s) was not kept.".formatted(row.id()));
            }
            return there;
        });
    }

    @Nullable
    Row find(String id) {
        return database.read(handle -> find(handle, id));
    }

    private static @Nullable Row find(Handle handle, String id) {
        return rows(handle, "where id = ?", id).stream().findFirst().orElse(null);
    }

    /** {@return the latest sweeps, newest first} */
    List<Row> latest(int most) {
        return database.read(handle -> rows(handle, "order by created desc, id limit ?", most));
    }

    /** {@return sweeps that somebody should work out, oldest first} */
    List<Row> open(int most) {
        return database.read(
                handle -> rows(handle, "where state in ('waiting', 'running') order by created, id limit ?", most));
    }

    private static List<Row> rows(Handle handle, String where, Object argument) {
        return handle.createQuery("select " + COLUMNS + " from sweep " + where)
                .bind(0, argument)
                .map((row, context) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getString(14),
                        row.getString(15),
                        row.getString(16),
                        row.getLong(17)))
                .list();
    }

    /** {@return whether this process holds the sweep from now until then; nobody else does meanwhile} */
    boolean hold(String id, String holder, long now, long until) {
        return database.transact(handle -> handle.execute(
                        "update sweep set holder = ?, held_until = ?, state = ? where id = ? and state in (?, ?)"
                                + " and (holder = ? or held_until < ?)",
                        holder,
                        until,
                        RUNNING,
                        id,
                        WAITING,
                        RUNNING,
                        holder,
                        now)
                > 0);
    }

    /** {@return whether this process still holds the sweep, whose chunks are kept} */
    boolean keep(String id, String holder, long until, Map<Integer, Blob> chunks) {
        return database.write(handle -> {
            boolean mine = handle.execute(
                            "update sweep set held_until = ? where id = ? and holder = ? and state = ?",
                            until,
                            id,
                            holder,
                            RUNNING)
                    > 0;
            chunks.forEach((chunk, result) -> handle.execute(
                    "insert into sweep_chunk (sweep, chunk, packed) values (?, ?, ?) on conflict do nothing",
                    id,
                    chunk,
                    result.bytes()));
            return mine;
        });
    }

    Map<Integer, Blob> chunks(String id) {
        return database.read(handle -> {
            var chunks = new TreeMap<Integer, Blob>();
            handle.createQuery("select chunk, packed from sweep_chunk where sweep = ?")
                    .bind(0, id)
                    .map((row, context) -> Map.entry(row.getInt(1), Blob.of(row.getBytes(2))))
                    .forEach(each -> chunks.put(each.getKey(), each.getValue()));
            return chunks;
        });
    }

    void chosen(String id, String digest) {
        database.write(handle -> handle.execute("update sweep set chosen = ? where id = ?", digest, id));
    }

    /** Lets go of what a process held that is no more, or stops; of everybody where no other process can be there. */
    void release(@Nullable String holder) {
        database.write(handle -> holder == null
                ? handle.execute("update sweep set held_until = 0 where held_until > 0")
                : handle.execute("update sweep set held_until = 0 where holder = ?", holder));
    }

    /** Ends a sweep that is open because somebody wishes so; what it came to before stays. */
    void cancel(String id) {
        database.write(handle -> handle.execute(
                "update sweep set state = ?, holder = '', held_until = 0 where id = ? and state in (?, ?)",
                CANCELLED,
                id,
                WAITING,
                RUNNING));
    }

    /** Keeps what a sweep came to that was ended before it was done. */
    void partial(String id, String report) {
        database.write(handle ->
                handle.execute("update sweep set report = ? where id = ? and state = ?", report, id, CANCELLED));
    }

    /** Ends a sweep that is open; its chunks go once its report is whole. */
    void end(String id, String state, String problem, String report) {
        database.write(handle -> {
            int ended = handle.execute(
                    "update sweep set state = ?, problem = ?, report = ?, holder = '', held_until = 0"
                            + " where id = ? and state in (?, ?)",
                    state,
                    problem.length() > 4000 ? problem.substring(0, 4000) : problem,
                    report,
                    id,
                    WAITING,
                    RUNNING);
            if (ended > 0 && state.equals(DONE)) {
                handle.execute("delete from sweep_chunk where sweep = ?", id);
            }
            return ended;
        });
    }
}
