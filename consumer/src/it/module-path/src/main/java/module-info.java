/** A vendor's program. */
module consumer {
    requires cat.eset.core;
}
