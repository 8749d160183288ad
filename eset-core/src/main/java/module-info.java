/** The e-SET work model: values, legal rules, aggregates, ports and in-memory adapters. */
module cat.eset.core {
    requires static transitive org.jspecify;
    requires java.xml;
    requires org.slf4j;

    exports cat.eset.core.archive;
    exports cat.eset.core.calendar;
    exports cat.eset.core.catalogue;
    exports cat.eset.core.channel;
    exports cat.eset.core.copy;
    exports cat.eset.core.decree;
    exports cat.eset.core.diligence;
    exports cat.eset.core.document;
    exports cat.eset.core.effect;
    exports cat.eset.core.eni;
    exports cat.eset.core.event;
    exports cat.eset.core.expedient;
    exports cat.eset.core.id;
    exports cat.eset.core.indicator;
    exports cat.eset.core.law;
    exports cat.eset.core.memory;
    exports cat.eset.core.notification;
    exports cat.eset.core.organisation;
    exports cat.eset.core.party;
    exports cat.eset.core.privacy;
    exports cat.eset.core.publication;
    exports cat.eset.core.registry;
    exports cat.eset.core.representation;
    exports cat.eset.core.retention;
    exports cat.eset.core.rule;
    exports cat.eset.core.signature;
    exports cat.eset.core.silence;
    exports cat.eset.core.task;
    exports cat.eset.core.term;
    exports cat.eset.core.work;
    exports cat.eset.core;
}
