/** e-NOTUM 4.0: send, reconcile, follow, evidence. */
module cat.eset.notify {
    requires transitive cat.eset.core;
    requires transitive cat.eset.endpoint;
    requires transitive cat.eset.transport;
    requires java.xml;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports cat.eset.notify;
    exports cat.eset.notify.notice;
    exports cat.eset.notify.record;
    exports cat.eset.notify.error;
    exports cat.eset.notify.track;
    exports cat.eset.notify.outcome;
}
