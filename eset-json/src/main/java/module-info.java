/** The core's values and events as JSON, by Jackson. */
module cat.eset.json {
    requires static transitive org.jspecify;
    requires transitive cat.eset.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires org.slf4j;

    exports cat.eset.json;
}
