package cat.eset.core.law;

/** The norms that the legal engine applies (contract legal-rules, heading). */
public enum Norm {
    /** Common administrative procedure. */
    L39("Llei 39/2015"),
    /** Legal regime of the public sector. */
    L40("Llei 40/2015"),
    /** Regulation of the public sector's action by electronic means. */
    RD203("Reial decret 203/2021"),
    /** Legal regime and procedure of the administrations of Catalonia. */
    L26("Llei 26/2010"),
    /** Organisation, working and legal regime of local entities. */
    ROF("Reial decret 2568/1986"),
    /** Local officials with national qualification. */
    RD128("Reial decret 128/2018"),
    /** Bases of the local regime. */
    LBRL("Llei 7/1985"),
    /** Protection of personal data. */
    LOPD("Llei orgànica 3/2018"),
    /** Archives and document management of Catalonia. */
    L10("Llei 10/2001"),
    /** Transparency of Catalonia. */
    L19("Llei 19/2014"),
    /** Contentious-administrative jurisdiction. */
    LJCA("Llei 29/1998"),
    /** National interoperability scheme. */
    ENI("Reial decret 4/2010"),
    /** Technical norm of the electronic document. */
    NTI_DOCUMENT("NTI Document electrònic"),
    /** Technical norm of the electronic expedient. */
    NTI_EXPEDIENT("NTI Expedient electrònic"),
    /** The e-SET method itself, where it and not a law sets the rule. */
    ESET("Mètode e-SET"),
    /** A choice of the SDK or of the town hall where the law is silent or open. */
    POLICY("Criteri configurable");

    private final String title;

    Norm(String title) {
        this.title = title;
    }

    /** Its usual name in Catalan, without the date. */
    public String title() {
        return title;
    }
}
