package cat.eset.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Data sources that fail on purpose. */
final class Faults {

    private Faults() {}

    /** The same connections, which say that they are serializable. */
    static DataSource serializable(DataSource real) {
        return dataSource(() -> connection(
                real.getConnection(),
                (method, call) -> method.getName().equals("getTransactionIsolation")
                        ? Connection.TRANSACTION_SERIALIZABLE
                        : call.run()));
    }

    /** The same connections, which cannot be rolled back. */
    static DataSource withoutRollback(DataSource real, List<Connection> lent) {
        return dataSource(() -> {
            Connection one = real.getConnection();
            lent.add(one);
            return connection(one, (method, call) -> {
                if (method.getName().equals("rollback")) {
                    throw new SQLException("on purpose", "HY000");
                }
                return call.run();
            });
        });
    }

    /** The same connections, which come in one mode; the mode in which each goes back is noted. */
    static DataSource inMode(DataSource real, boolean autoCommit, List<Boolean> after) {
        return dataSource(() -> {
            Connection one = real.getConnection();
            one.setAutoCommit(autoCommit);
            return connection(one, (method, call) -> {
                if (method.getName().equals("close")) {
                    after.add(one.getAutoCommit());
                    one.setAutoCommit(true);
                }
                return call.run();
            });
        });
    }

    interface Call {
        Object run() throws Throwable;
    }

    interface Meddling {
        Object call(Method method, Call call) throws Throwable;
    }

    interface Connecting {
        Connection connect() throws SQLException;
    }

    static DataSource dataSource(Connecting connecting) {
        return proxy(DataSource.class, (proxy, method, args) -> {
            if (method.getName().equals("getConnection")) {
                return connecting.connect();
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    static Connection connection(Connection real, Meddling meddling) {
        return proxy(
                Connection.class, (proxy, method, args) -> meddling.call(method, () -> invoke(real, method, args)));
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static Object invoke(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
