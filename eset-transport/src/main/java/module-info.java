/** How to reach the consortium: environments, HTTP and PCI messaging. */
module cat.eset.transport {
    requires static transitive org.jspecify;
    requires transitive cat.eset.core;
    requires java.naming;
    requires java.xml;
    requires okhttp3;
    requires okio;
    requires kotlin.stdlib;
    requires org.slf4j;

    exports cat.eset.transport;
    exports cat.eset.transport.http;
    exports cat.eset.transport.pci;
    exports cat.eset.transport.xml;
}
