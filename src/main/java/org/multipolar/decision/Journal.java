package org.multipolar.decision;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.multipolar.store.Database;

/**
 * The log: everything that was decided, one entry after another, each naming the hash of the one before.
 *
 * <p>Entries are only ever added. What {@link #append} returned is on disk. Safe for use by many threads, and by several
 * processes where the database allows several.
 */
public final class Journal {

    private final Database database;
    private final Signer signer;
    private final Clock clock;

    /** Saves the database a queue at the log's end; the row's lock is what counts. */
    private final ReentrantLock end = new ReentrantLock();

    private Journal(Database database, Signer signer, Clock clock) {
        this.database = database;
        this.signer = signer;
        this.clock = clock;
    }

    /** {@return the log of a database} */
    public static Journal open(Database database, Signer signer, Clock clock) {
        database.write(handle -> handle.execute(
                "insert into public_key (id, encoded) values (?, ?) on conflict do nothing",
                signer.keyId(),
                signer.publicKey()));
        return new Journal(database, signer, clock);
    }

    /** The end of the log as signed: whoever keeps it elsewhere can tell a log that was cut or written anew. */
    public record Head(long seq, String hash, String signature, String publicKey) {}

    /**
     * What is to be written next.
     *
     * @param reply from the entries, the answer to the request that asked for them; null where it has no key
     */
    public record Step(List<Draft> drafts, Function<List<Entry>, Claims.@Nullable Reply> reply) {

        /** Entries that no request with a key asked for. */
        public static Step of(List<Draft> drafts) {
            return new Step(drafts, entries -> null);
        }

        public Step {
            drafts = List.copyOf(drafts);
        }
    }

    /** {@return the entry of a draft, written with what it speaks of and with the answer to its request, if it has a key} */
    public Entry append(Draft draft, Claims.@Nullable Reply reply) {
        return written(handle -> new Step(List.of(draft), entries -> reply)).get(0);
    }

    /**
     * {@return the entries that follow from those of a subject, written all or none}
     *
     * @param next told of the subject's entries so far, which nobody adds to meanwhile; what it throws is thrown on, and
     *     nothing is written
     */
    public List<Entry> append(String subject, Function<List<Entry>, Step> next) {
        return written(handle -> next.apply(about(handle, subject)));
    }

    private List<Entry> written(Function<Handle, Step> next) {
        List<Entry> entries;
        end.lock();
        try {
            entries = database.transact(handle -> added(handle, next));
        } finally {
            end.unlock();
        }
        database.flush();
        return entries;
    }

    private List<Entry> added(Handle handle, Function<Handle, Step> next) {
        var head = handle.createQuery("select seq, hash from head where name = 'log' for update")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .one();
        long seq = head.getKey();
        var previous = head.getValue();
        var entries = new ArrayList<Entry>();
        var step = next.apply(handle);
        for (var draft : step.drafts()) {
            seq++;
            var entry = written(handle, draft, seq, previous);
            previous = entry.hash();
            entries.add(entry);
        }
        handle.execute("update head set seq = ?, hash = ? where name = 'log'", seq, previous);
        var reply = step.reply().apply(List.copyOf(entries));
        if (reply != null) {
            Claims.complete(handle, reply, clock.millis());
        }
        return List.copyOf(entries);
    }

    private Entry written(Handle handle, Draft draft, long seq, String previous) {
        var contents = new TreeMap<>(draft.kept());
        draft.contents().forEach((part, bytes) -> contents.put(part, Contents.keep(handle, bytes)));
        var entry = Entry.of(draft, contents, seq, clock.instant().truncatedTo(ChronoUnit.MILLIS), previous);
        handle.execute(
                "insert into entry (seq, id, at, author, kind, buyer, subject, line, hash, signature, signer)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seq,
                entry.id(),
                entry.at().toString(),
                entry.by(),
                entry.kind(),
                entry.buyer(),
                entry.subject(),
                entry.line(),
                entry.hash(),
                signer.sign(seq, entry.hash()),
                signer.keyId());
        return entry;
    }

    /** {@return digests under which texts are kept from now on} */
    public List<String> keep(List<byte[]> contents) {
        return database.write(handle ->
                contents.stream().map(bytes -> Contents.keep(handle, bytes)).toList());
    }

    public boolean keeps(String digest) {
        return database.read(handle -> Contents.keeps(handle, digest));
    }

    /** {@return the text kept under a digest; null where there is none} */
    public byte @Nullable [] content(String digest) {
        return database.<byte @Nullable []>read(handle -> Contents.of(handle, digest));
    }

    /** {@return the entry with an id, or the first about a subject; null where there is none} */
    public @Nullable Entry find(String idOrSubject) {
        return database.<@Nullable Entry>read(handle -> handle.createQuery(
                        "select line from entry where id = :id or subject = :id order by seq limit 1")
                .bind("id", idOrSubject)
                .mapTo(String.class)
                .map(Entry::read)
                .findOne()
                .orElse(null));
    }

    /** {@return the entries about a subject, oldest first} */
    public List<Entry> about(String subject) {
        return database.read(handle -> about(handle, subject));
    }

    private static List<Entry> about(Handle handle, String subject) {
        return handle.createQuery("select line from entry where subject = :subject order by seq")
                .bind("subject", subject)
                .mapTo(String.class)
                .map(Entry::read)
                .list();
    }

    /** {@return at most so many entries after a place in the log, oldest first} */
    public List<Entry> after(long seq, int most) {
        return database.read(
                handle -> handle.createQuery("select line from entry where seq > :seq order by seq limit :most")
                        .bind("seq", seq)
                        .bind("most", most)
                        .mapTo(String.class)
                        .map(Entry::read)
                        .list());
    }

    /**
     * {@return at most so many entries before a place in the log, newest first}
     *
     * @param kind what kinds begin with; empty for all
     * @param buyers whose; null for everybody's
     */
    public List<Entry> before(long seq, String kind, @Nullable List<String> buyers, int most) {
        if (buyers != null && buyers.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            var query = handle.createQuery("select line from entry where seq < :seq and kind like :kind escape '!'"
                            + (buyers == null ? "" : " and buyer in (<buyers>)") + " order by seq desc limit :most")
                    .bind("seq", seq)
                    .bind("kind", kind.replaceAll("[!%_]", "!$0") + "%")
                    .bind("most", most);
            if (buyers != null) {
                query.bindList("buyers", buyers);
            }
            return query.mapTo(String.class).map(Entry::read).list();
        });
    }

    /** {@return how many entries the log has} */
    public long length() {
        return database.read(handle -> handle.createQuery("select seq from head where name = 'log'")
                .mapTo(Long.class)
                .one());
    }

    /** {@return the signed end of the log, or the signed place of an entry; null where there is none} */
    public @Nullable Head head(@Nullable Entry entry) {
        return database.<@Nullable Head>read(handle -> {
            long seq = entry != null
                    ? entry.seq()
                    : handle.createQuery("select seq from head where name = 'log'")
                            .mapTo(Long.class)
                            .one();
            return handle.createQuery("select e.seq, e.hash, e.signature, k.encoded from entry e"
                            + " join public_key k on k.id = e.signer where e.seq = :seq")
                    .bind("seq", seq)
                    .map((row, context) ->
                            new Head(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                    .findOne()
                    .orElse(null);
        });
    }
}
