package cat.eset.notify.record;

import java.util.Optional;

/**
 * Who sent it (contract enotum 5.6).
 *
 * @param organisationCode ten-digit code of the organisation
 * @param organisationName its name
 * @param departmentCode ten-digit code of the department
 * @param departmentName its name
 * @param backOffice code of the system that sent it
 */
public record Issuer(
        String organisationCode,
        String organisationName,
        String departmentCode,
        String departmentName,
        Optional<String> backOffice) {}
