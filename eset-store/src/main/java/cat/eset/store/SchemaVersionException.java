package cat.eset.store;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure;

/** The tables in the database are not those that this version of the SDK works with. Nothing was written. */
public final class SchemaVersionException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    private SchemaVersionException(String what, String remedy) {
        super(Failure.of(Failure.Fault.CONFIGURATION, what)
                .service("database")
                .remedy(remedy)
                .build());
    }

    static SchemaVersionException absent(String schema) {
        return new SchemaVersionException(
                "Schema \"" + schema + "\" holds no tables of the store",
                "Call StoreSchema.migrate() once, or correct the name of the schema");
    }

    static SchemaVersionException older(String schema, int found) {
        return new SchemaVersionException(
                "The tables in schema \"" + schema + "\" are of version " + found + ", this SDK needs version "
                        + StoreSchema.VERSION,
                "Call StoreSchema.migrate() before the programs of the new version start");
    }

    static SchemaVersionException newer(int readableFrom) {
        return new SchemaVersionException(
                "A newer SDK changed the tables: they can be used from version " + readableFrom
                        + " on, this SDK knows version " + StoreSchema.VERSION,
                "Upgrade this program to the SDK that migrated the database");
    }

    static SchemaVersionException newerEvent(String aggregate, int shapes) {
        return new SchemaVersionException(
                "A newer SDK wrote an event of " + aggregate + ": its shapes are of version " + shapes,
                "Upgrade this program to that SDK");
    }
}
