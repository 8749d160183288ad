package cat.eset.testkit;

import java.net.URI;

/**
 * Addresses of the simulated services. HTTPS with a certificate for {@code localhost}, except where noted.
 *
 * @param pciIop base of the fronts of cluster IOP, ends in {@code /siri-proxy/services/}
 * @param pciApp base of the fronts of cluster APP
 * @param pciNt base of the fronts of cluster NT (e-NOTUM)
 * @param mux base of the MUX V3 REST services: {@code transaccio/} and {@code bustia/} resolve against it
 * @param timeStamps the RFC 3161 authority, plain HTTP
 * @param revocation base of {@code ca.crl}, {@code ca.cer} and {@code ocsp}, plain HTTP
 * @param downloads base of the addresses that e-NOTUM gives for its PDF evidence
 * @param desal base of DESA'L, without a slash at its end
 * @param signador base of the Signador, ends in {@code /signador}
 * @param validador base of the Validador: {@code dss} and {@code dsspdf} resolve against it
 */
public record Endpoints(
        URI pciIop,
        URI pciApp,
        URI pciNt,
        URI mux,
        URI timeStamps,
        URI revocation,
        URI downloads,
        URI desal,
        URI signador,
        URI validador) {}
