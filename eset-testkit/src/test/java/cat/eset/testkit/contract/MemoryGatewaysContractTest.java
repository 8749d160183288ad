package cat.eset.testkit.contract;

import cat.eset.core.archive.ArchiveGateway;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.publication.NoticeBoardGateway;
import cat.eset.core.registry.Directory;
import cat.eset.core.registry.RegistryGateway;
import cat.eset.core.representation.Power;
import cat.eset.core.representation.RepresentationGateway;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.TimeStampGateway;
import cat.eset.testkit.gateway.MemoryArchive;
import cat.eset.testkit.gateway.MemoryDirectory;
import cat.eset.testkit.gateway.MemoryNoticeBoard;
import cat.eset.testkit.gateway.MemoryNotifications;
import cat.eset.testkit.gateway.MemoryRegistryExchange;
import cat.eset.testkit.gateway.MemoryRepresentation;
import cat.eset.testkit.gateway.MemorySignatures;
import cat.eset.testkit.gateway.MemoryTimeStamps;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The gateways in memory keep every promise. */
class MemoryGatewaysContractTest {

    private static final Clock CLOCK = Clock.fixed(Sample.MORNING, ZoneOffset.UTC);

    @Nested
    class Notifications implements NotificationGatewayContract {
        @Override
        public NotificationGateway newGateway() {
            return new MemoryNotifications(CLOCK);
        }
    }

    @Nested
    class Exchange implements RegistryGatewayContract {
        @Override
        public RegistryGateway newGateway() {
            return new MemoryRegistryExchange();
        }
    }

    @Nested
    class NoticeBoard implements NoticeBoardGatewayContract {
        @Override
        public NoticeBoardGateway newGateway() {
            return new MemoryNoticeBoard();
        }
    }

    @Nested
    class Archive implements ArchiveGatewayContract {
        @Override
        public ArchiveGateway newGateway() {
            return new MemoryArchive();
        }
    }

    @Nested
    class Signatures implements SignatureGatewayContract {
        @Override
        public SignatureGateway newGateway() {
            return new MemorySignatures(CLOCK);
        }
    }

    @Nested
    class Codes implements VerificationCodesContract {
        @Override
        public VerificationCodes newCodes() {
            return VerificationCodes.random("Decret fictici 1/2026", new SecureRandom());
        }
    }

    @Nested
    class TimeStamps implements TimeStampGatewayContract {
        @Override
        public TimeStampGateway newGateway() {
            return new MemoryTimeStamps(Clock.systemUTC());
        }
    }

    @Nested
    class Units implements DirectoryContract {
        @Override
        public Directory newDirectory() {
            return MemoryDirectory.of(
                    known(),
                    new Directory.Unit(
                            Dir3.of("A09000002"),
                            "Agència fictícia departament",
                            Optional.empty(),
                            Optional.empty(),
                            true));
        }

        @Override
        public Directory.Unit known() {
            return new Directory.Unit(
                    Dir3.of("A09000001"),
                    "Departament Fictici d'Acció Exterior",
                    Optional.empty(),
                    Optional.of(Dir3.of("O00000001")),
                    true);
        }
    }

    @Nested
    class Powers implements RepresentationGatewayContract {
        @Override
        public RepresentationGateway newGateway() {
            return MemoryRepresentation.of(CLOCK, known());
        }

        @Override
        public Power known() {
            return Power.registered(
                    Nif.of("00000000T"), Nif.of("00000001R"), new Power.AnyMatter(), LocalDate.of(2026, 1, 7));
        }
    }
}
