package cat.eset.transport;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * A product of the PCI and the cluster it lives on (contract pci, appendix A). Open-ended: any product can be named.
 *
 * @param code {@code CodigoProducto}
 * @param cluster where it is served; a wrong one is a configuration error
 */
public record Product(String code, Cluster cluster) {

    /** e-NOTUM. */
    public static final Product ENOTUM = new Product("ENOTUM", Cluster.NT);
    /** Credentials of e-NOTUM users. */
    public static final Product ENOTUM_CREDENCIALS = new Product("ENOTUM_CREDENCIALS", Cluster.APP);
    /** Directory of bodies and users. */
    public static final Product EACAT = new Product("EACAT", Cluster.APP);
    /** Notice board. */
    public static final Product ETAULER = new Product("ETAULER", Cluster.APP);
    /** Official gazette of the State. */
    public static final Product BOE = new Product("BOE", Cluster.APP);
    /** Official gazette of the Generalitat. */
    public static final Product DOGC = new Product("DOGC", Cluster.APP);
    /** Interchange of registry entries between administrations. */
    public static final Product SIR = new Product("SIR", Cluster.APP);
    /** Single point of municipal procedures. */
    public static final Product OVER = new Product("OVER", Cluster.APP);
    /** Register of representations. */
    public static final Product REPRESENTA = new Product("REPRESENTA", Cluster.APP);
    /** Social services. */
    public static final Product HESTIA = new Product("HESTIA", Cluster.APP);
    /** Population register. */
    public static final Product PADRO = new Product("PADRO", Cluster.IOP);
    /** Population register at a past date. */
    public static final Product PADRO_HISTORIC = new Product("PADRO_HISTORIC", Cluster.IOP);
    /** Entry and exit registry, version 2. That it is on this cluster is inferred from the published schemas (contract mux 2). */
    public static final Product MUX = new Product("MUX", Cluster.IOP);
    /** Land registry of the State. */
    public static final Product CADASTRE = new Product("CADASTRE", Cluster.IOP);

    /** Checks the values. */
    public Product {
        Objects.requireNonNull(cluster, "cluster");
        if (!code.matches("[A-Za-z0-9_-]{1,64}")) {
            throw InvalidValueException.of("Product", "1 to 64 letters, digits, underscores and hyphens");
        }
    }

    /** A product that has no constant here. */
    public static Product of(String code, Cluster cluster) {
        return new Product(code, cluster);
    }

    /** The modality whose code is that of the product, as with ENOTUM, ETAULER, BOE, DOGC and SIR. */
    public Modality soleModality() {
        return new Modality(this, code);
    }

    /** A modality of this product ({@code CodigoCertificado}). */
    public Modality modality(String modalityCode) {
        return new Modality(this, modalityCode);
    }

    /**
     * Whether the law wants the real person behind each query: data queries of Via Oberta (contract pci 4.3). MUX is none, wherever it is
     * (contract mux 5.1).
     */
    public boolean needsCivilServant() {
        return cluster == Cluster.IOP && !code.equals(MUX.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
