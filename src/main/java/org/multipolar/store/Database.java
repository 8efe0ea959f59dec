package org.multipolar.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.multipolar.catalog.BadInput;

/**
 * The database under the records: a file of this process alone, or PostgreSQL, by the form of one setting.
 *
 * <p>Safe for use by many threads. {@link #write} returns only once what was written is on disk.
 */
public final class Database implements AutoCloseable {

    private static final String SETTING = "multipolar.store";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int CONNECTIONS = 16;

    /**
     * Where records are kept.
     *
     * @param place a file's path without ending, or the address of a PostgreSQL database
     * @param user empty where the address says it, or none is needed
     */
    public record Location(String place, String user, String password) {

        /** {@return whether it is a file of this process alone} */
        public boolean embedded() {
            return !place.startsWith("jdbc:");
        }

        private String url() {
            return embedded()
                    ? "jdbc:h2:file:" + Path.of(place).toAbsolutePath() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                            + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE"
                    : place;
        }

        /** {@return the place without what follows the database's name, which may hold a password} */
        private String shown() {
            return place.replaceFirst("\\?.*", "");
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    private final AgroalDataSource pool;
    private final Jdbi jdbi;
    private final boolean embedded;
    private final AtomicLong committed = new AtomicLong();
    private final Object flushing = new Object();
    private long flushed;

    private Database(AgroalDataSource pool, boolean embedded) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.embedded = embedded;
    }

    /** {@return the database, its schema brought up to date; bad input where it cannot be opened} */
    public static Database open(Location location) {
        if (!location.embedded() && !location.place().startsWith(POSTGRESQL)) {
            throw new BadInput(
                    SETTING,
                    0,
                    "",
                    "(%s) is no store.".formatted(location),
                    "it is a file's path or an address that starts with " + POSTGRESQL + "//.");
        }
        AgroalDataSource pool = null;
        try {
            pool = AgroalDataSource.from(settings(location));
            try (var probe = pool.getConnection()) {
                probe.getMetaData();
            }
            Migrations.run(pool);
            return new Database(pool, location.embedded());
        } catch (SQLException | RuntimeException failed) {
            if (pool != null) {
                pool.close();
            }
            throw new BadInput(SETTING, 0, "", what(location, failed), maybe(location));
        }
    }

    private static String what(Location location, Exception failed) {
        return "the store (%s) cannot be opened: %s".formatted(location, failed.getMessage());
    }

    private static String maybe(Location location) {
        return location.embedded()
                ? "another Multipolar uses this file; or the folder cannot be written."
                : "the database does not run, or user and password (multipolar.store.user, .password) are wrong.";
    }

    private static AgroalDataSourceConfigurationSupplier settings(Location location) {
        return new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> outliving(location, pool)
                .maxSize(CONNECTIONS)
                .minSize(1)
                .initialSize(1)
                .acquisitionTimeout(Duration.ofSeconds(30))
                .connectionFactoryConfiguration(connection -> {
                    connection
                            .jdbcUrl(location.url())
                            .connectionProviderClassName(
                                    location.embedded() ? "org.h2.Driver" : "org.postgresql.Driver");
                    if (!location.user().isEmpty()) {
                        connection
                                .principal(new NamePrincipal(location.user()))
                                .credential(new SimplePassword(location.password()));
                    }
                    return connection;
                }));
    }

    /** A server that was restarted knows none of the connections from before; whoever meets one must not get it again. */
    private static AgroalConnectionPoolConfigurationSupplier outliving(
            Location location, AgroalConnectionPoolConfigurationSupplier pool) {
        return location.embedded()
                ? pool
                : pool.exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .idleValidationTimeout(Duration.ofSeconds(1));
    }

    /** {@return what a reading of the database comes to} */
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /** {@return what one transaction comes to; all of it happened or none, and a crash of this process undoes nothing} */
    public <T> T transact(Function<Handle, T> work) {
        var result = jdbi.inTransaction(work::apply);
        committed.incrementAndGet();
        return result;
    }

    /** {@return the same, and it is on disk} */
    public <T> T write(Function<Handle, T> work) {
        var result = transact(work);
        flush();
        return result;
    }

    /** Returns once all that was committed before is on disk; whoever waits for another's flush may share it. */
    public void flush() {
        if (!embedded) {
            return;
        }
        long mine = committed.get();
        synchronized (flushing) {
            if (flushed < mine) {
                long all = committed.get();
                // A commit reaches the file; this makes the file reach the disk.
                jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
                flushed = all;
            }
        }
    }

    @Override
    public void close() {
        // The embedded database ends with its last connection.
        pool.close();
    }
}
