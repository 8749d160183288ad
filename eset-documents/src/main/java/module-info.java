/** DESA'L, the shared document store of the consortium. */
module cat.eset.documents {
    requires static transitive org.jspecify;
    requires transitive cat.eset.core;
    requires transitive cat.eset.transport;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports cat.eset.documents;
}
