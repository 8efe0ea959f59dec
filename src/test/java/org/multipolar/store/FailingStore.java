package org.multipolar.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Stands between a database and its connections, and fails one call when it is told to; never one of who told it. */
public final class FailingStore {

    /** Whether the store did what it says it could not. */
    public enum When {
        BEFORE,
        AFTER
    }

    private int left;
    private When when = When.BEFORE;
    private boolean failed;
    private boolean away;
    private Thread spared = Thread.currentThread();

    private FailingStore() {}

    /** {@return what fails calls of an open database from now on} */
    public static FailingStore into(Database database) {
        try {
            var pool = Database.class.getDeclaredField("pool");
            pool.setAccessible(true);
            var failing = new FailingStore();
            var jdbi = Database.class.getDeclaredField("jdbi");
            jdbi.setAccessible(true);
            jdbi.set(database, Jdbi.create(failing.wrapped(DataSource.class, pool.get(database))));
            return failing;
        } catch (ReflectiveOperationException renamed) {
            throw new LinkageError("Database has other fields than this test knows", renamed);
        }
    }

    /**
     * The call with this number from now on fails, counted from one; statements and commits count, those of the calling thread
     * do not.
     */
    public synchronized void arm(int number, When how) {
        spared = Thread.currentThread();
        left = number;
        when = how;
        failed = false;
    }

    /** {@return whether a call has failed since; none will from now on} */
    public synchronized boolean disarmed() {
        left = 0;
        return failed;
    }

    /** {@return whether a call has failed since it was armed} */
    public synchronized boolean failed() {
        return failed;
    }

    /** From now on there is no connection to be had, or there is again. */
    public synchronized void away(boolean now) {
        away = now;
    }

    private synchronized boolean gone() {
        return away;
    }

    private synchronized boolean due(When now) {
        if (now != when || left == 0 || Thread.currentThread() == spared || --left > 0) {
            return false;
        }
        failed = true;
        return true;
    }

    private <T> T wrapped(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                FailingStore.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> called(real, method, arguments)));
    }

    private Object called(Object real, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getConnection") && gone()) {
            throw new SQLException("nobody listens there");
        }
        boolean counts =
                method.getName().startsWith("execute") || method.getName().equals("commit");
        if (counts && due(When.BEFORE)) {
            throw new SQLException("the store failed before " + method.getName());
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
        if (counts && due(When.AFTER)) {
            throw new SQLException("the store failed after " + method.getName());
        }
        if (result instanceof PreparedStatement) {
            return wrapped(PreparedStatement.class, result);
        }
        if (result instanceof Statement) {
            return wrapped(Statement.class, result);
        }
        return result instanceof Connection ? wrapped(Connection.class, result) : result;
    }
}
