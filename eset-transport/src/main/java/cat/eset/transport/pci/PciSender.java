package cat.eset.transport.pci;

import cat.eset.core.TownHall;
import java.util.Optional;

/**
 * Everything about who asks that goes into a message, settled before it is written.
 *
 * @param townHall requester
 * @param purpose purpose, the same wherever it is repeated
 * @param consent legal basis
 * @param civilServant person behind it, where there is one
 * @param issuer who serves the data
 */
record PciSender(
        TownHall townHall, Purpose purpose, Consent consent, Optional<CivilServant> civilServant, Issuer issuer) {}
