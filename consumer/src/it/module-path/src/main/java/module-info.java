/** A vendor's program. */
module consumer {
    requires cat.eset.json;
    requires cat.eset.notify;
    requires cat.eset.registry;
    requires cat.eset.signature;
    requires cat.eset.store;
    requires com.h2database;
    requires com.fasterxml.jackson.databind;
}
