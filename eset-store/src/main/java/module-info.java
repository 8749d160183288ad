/** JDBC adapters of the core's ports: H2 embedded, PostgreSQL when shared. */
module cat.eset.store {
    requires transitive cat.eset.core;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires cat.eset.json;
    requires com.fasterxml.jackson.databind;
    requires flyway.core;
    requires org.slf4j;

    exports cat.eset.store;
    exports cat.eset.store.desk;
    exports cat.eset.store.dispatch;
}
