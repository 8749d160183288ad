/** DESA'L, the shared document store of the consortium. */
module cat.eset.documents {
    requires transitive cat.eset.core;
    requires static transitive org.jspecify;
    requires org.slf4j;
}
