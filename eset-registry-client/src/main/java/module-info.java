/** The entry and exit registry: MUX in both directions, version 3 and version 2, and exchange with other administrations. */
module cat.eset.registry {
    requires static transitive org.jspecify;
    requires transitive cat.eset.core;
    requires transitive cat.eset.endpoint;
    requires transitive cat.eset.transport;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires org.slf4j;

    exports cat.eset.registry;
    exports cat.eset.registry.eacat;
    exports cat.eset.registry.mux;
    exports cat.eset.registry.mux2;
    exports cat.eset.registry.reconciliation;
    exports cat.eset.registry.sicres;
    exports cat.eset.registry.sir;
}
