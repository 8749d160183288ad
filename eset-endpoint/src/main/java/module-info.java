/** How the consortium reaches us: requests and answers as values, limits, and adapters for two HTTP servers. */
module cat.eset.endpoint {
    requires static transitive org.jspecify;
    requires static jakarta.servlet; // not transitive: who does not use the servlet adapter need not have it
    requires transitive cat.eset.core;
    requires transitive jdk.httpserver;
    requires org.slf4j;

    exports cat.eset.endpoint;
    exports cat.eset.endpoint.jdk;
    exports cat.eset.endpoint.servlet;
}
