/** JDBC adapters of the core's ports: H2 embedded, PostgreSQL when shared. */
module cat.eset.store {
    requires transitive cat.eset.core;
    requires static transitive org.jspecify;
    requires java.sql;
    requires org.slf4j;
}
