/** The entry and exit registry: MUX in both directions. */
module cat.eset.registry {
    requires static transitive org.jspecify;
    requires transitive cat.eset.core;
    requires transitive cat.eset.endpoint;
    requires transitive cat.eset.transport;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports cat.eset.registry;
    exports cat.eset.registry.mux;
}
