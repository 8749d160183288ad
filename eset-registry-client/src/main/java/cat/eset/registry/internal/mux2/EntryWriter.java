package cat.eset.registry.internal.mux2;

import cat.eset.core.registry.Direction;
import cat.eset.registry.mux2.Correspondent;
import cat.eset.registry.mux2.Mux2Document;
import cat.eset.registry.mux2.Mux2Entry;
import cat.eset.registry.mux2.Mux2Person;
import cat.eset.registry.mux2.Place;
import java.util.Base64;
import java.util.Optional;

/** Writes {@code EntradaType} and {@code SortidaType}, whose order is fixed (contract mux 5.2). */
final class EntryWriter {

    private EntryWriter() {}

    /** {@code Entrada} or {@code Sortida}, with what a consolidation adds at the end. */
    static void write(Mux2Entry entry, Runnable more, Pet pet) {
        boolean entrada = entry.direction() == Direction.ENTRY;
        pet.open(entrada ? "Entrada" : "Sortida")
                .text("Assumpte", entry.subject())
                .instant("DataPresentacio", entry.presentedAt())
                .text("Observacions", entry.remarks())
                .text("URLAplicacio", entry.applicationUrl())
                .text("DescriptorTramit", entry.procedure())
                .text(entrada ? "ViaPresentacio" : "ViaTramesa", entry.way());
        if (!entry.documents().isEmpty()) {
            pet.open("DocumentsAnnexats");
            entry.documents().forEach(document -> write(document, pet));
            pet.close();
        }
        pet.open("Procedencia");
        write(entrada ? entry.other() : entry.ours(), pet);
        pet.close().open("Destinacio");
        write(entrada ? entry.ours() : entry.other(), pet);
        pet.close();
        more.run();
        pet.close();
    }

    private static void write(Mux2Document document, Pet pet) {
        pet.open("Document")
                .instant("DataEmissio", document.issuedAt())
                .text("Nom", document.name())
                .text("Descripcio", document.description())
                .text("MimeType", document.mediaType());
        document.sha256()
                .ifPresent(digest -> pet.base64("Hash", Base64.getDecoder().decode(digest.base64()))
                        .text("HashAlgorithm", "SHA256"));
        pet.text("GUID", document.guid()).close();
    }

    private static Pet write(Correspondent who, Pet pet) {
        return who.fold(body -> body(body, pet), person -> person(person, pet), company -> company(company, pet));
    }

    private static Pet body(Correspondent.Body body, Pet pet) {
        pet.open("Administracio")
                .text("INE10", body.ine10().value())
                .text("OficinaRegistre", body.office())
                .text("UnitatOrganica", body.unit());
        body.place().ifPresent(place -> write(place, pet));
        return representative(body.representative(), pet).close();
    }

    private static Pet person(Correspondent.Person person, Pet pet) {
        pet.open("PersonaFisica");
        write(person.person(), pet);
        return representative(person.representative(), pet).close();
    }

    private static Pet company(Correspondent.Company company, Pet pet) {
        pet.open("PersonaJuridica")
                .text(company.foreign() ? "VATNumber" : "CIF", company.number())
                .text("RaoSocial", company.name());
        write(company.place(), pet);
        return representative(company.representative(), pet).close();
    }

    private static Pet representative(Optional<Mux2Person> representative, Pet pet) {
        representative.ifPresent(person -> {
            pet.open("Representant");
            write(person, pet);
            pet.close();
        });
        return pet;
    }

    private static void write(Mux2Person person, Pet pet) {
        pet.open("ID")
                .text(person.identity().kind().element(), person.identity().number())
                .close()
                .text("Nom", person.name())
                .text("Cognom1", person.firstSurname())
                .text("Cognom2", person.secondSurname());
        write(person.place(), pet);
    }

    private static Pet write(Place place, Pet pet) {
        return place.fold(
                code -> pet.open("Poblacio").text("CodiPostal", code.code()).close(),
                town -> pet.open("Poblacio").text("INE10", town.code().value()).close(),
                address -> write(address, pet));
    }

    private static Pet write(Place.Address address, Pet pet) {
        return pet.open("Domicili")
                .text("TipusVia", address.way())
                .text("NomVia", address.wayName())
                .text("NumeroSuperior", address.upTo())
                .text("NumeroInferior", address.number())
                .text("Bloc", address.door().block())
                .text("Escala", address.door().stair())
                .text("Pis", address.door().floor())
                .text("Porta", address.door().door())
                .text("NomPoblacio", address.town())
                .text("CodiPostal", address.postalCode())
                .text("NomProvincia", address.province())
                .text("Pais", address.country())
                .close();
    }
}
