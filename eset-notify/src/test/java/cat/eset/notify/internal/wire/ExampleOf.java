package cat.eset.notify.internal.wire;

/** Worked examples of the contract note. */
final class ExampleOf {

    private ExampleOf() {}

    /** Contract enotum 20.3. */
    static String consulta() {
        return """
                <RespostaConsulta xmlns="http://www.aocat.net/NT/v4.0">
                  <IdNotificacio>7700001</IdNotificacio>
                  <Emissor>
                    <CodiOrganisme>0899990001</CodiOrganisme>
                    <NomOrganisme>Ajuntament de Vilaprova</NomOrganisme>
                    <CodiDepartament>0899990001</CodiDepartament>
                    <NomDepartament>Ajuntament de Vilaprova</NomDepartament>
                  </Emissor>
                  <DadesNotificacio>
                    <Titol>Resolució de llicència d'obres</Titol>
                    <Referencia>2026-EXP-000123/N0001</Referencia>
                    <IdNotificacioEmissor>2026-EXP-000123/N0001</IdNotificacioEmissor>
                    <DadesRegistre>
                      <NumeroRegistre>S/000456-2026</NumeroRegistre>
                      <DataRegistre>2026-03-02T09:16:02+01:00</DataRegistre>
                    </DadesRegistre>
                    <TipusObjecte>NOTIFICACIO</TipusObjecte>
                    <TipusAcces>SUBSTANCIAL</TipusAcces>
                    <DiesExpiracio>10</DiesExpiracio>
                    <Idioma>ca</Idioma>
                    <Canal>DIGITAL</Canal>
                    <Expedient>2026-EXP-000123</Expedient>
                  </DadesNotificacio>
                  <DadesEstat>
                    <Estat>ACCEPTADA</Estat>
                    <DataPublicacio>2026-03-02T09:17:40+01:00</DataPublicacio>
                    <DataAcceptacioRebuig>2026-03-04T18:05:11+01:00</DataAcceptacioRebuig>
                  </DadesEstat>
                  <Destinataris>
                    <Destinatari>
                      <PersonaFisica>
                        <BustiesCorreu>
                          <BustiaCorreu>destinataria@example.org</BustiaCorreu>
                        </BustiesCorreu>
                        <DocumentIdentificatiu>
                          <NIF>00000001R</NIF>
                        </DocumentIdentificatiu>
                        <Nom>Nom</Nom>
                        <PrimerCognom>Fictici</PrimerCognom>
                      </PersonaFisica>
                      <Titular>true</Titular>
                      <Idioma>ca</Idioma>
                      <HaSignat>true</HaSignat>
                    </Destinatari>
                  </Destinataris>
                  <DadesSignador>
                    <Interessat>
                      <PersonaFisica>
                        <DocumentIdentificatiu>
                          <NIF>00000001R</NIF>
                        </DocumentIdentificatiu>
                        <NomComplet>Nom Fictici</NomComplet>
                      </PersonaFisica>
                    </Interessat>
                  </DadesSignador>
                </RespostaConsulta>
                """;
    }

    /** Contract enotum 20.5. */
    static String report() {
        return """
                <Report xmlns="http://www.aocat.net/NT/v4.0">
                  <Emissor>
                    <CodiOrganisme>0899990001</CodiOrganisme>
                    <NomOrganisme>Ajuntament de Vilaprova</NomOrganisme>
                    <CodiDepartament>0899990001</CodiDepartament>
                    <NomDepartament>Ajuntament de Vilaprova</NomDepartament>
                  </Emissor>
                  <DataInforme>2026-03-04</DataInforme>
                  <TipusInforme>OnLine</TipusInforme>
                  <DadesNotificacio>
                    <DadesEstat>
                      <Estat>ACCEPTADA</Estat>
                      <DataActualitzacio>2026-03-04T18:05:11+01:00</DataActualitzacio>
                    </DadesEstat>
                    <DadesNotificacio>
                      <Referencia>2026-EXP-000123/N0001</Referencia>
                      <IdNotificacio>7700001</IdNotificacio>
                      <TipusObjecte>NOTIFICACIO</TipusObjecte>
                      <DiesExpiracio>10</DiesExpiracio>
                      <IdNotificacioEmissor>2026-EXP-000123/N0001</IdNotificacioEmissor>
                      <Canal>DIGITAL</Canal>
                    </DadesNotificacio>
                    <DadesRegistre>
                      <DataRegistre>2026-03-02T09:16:02+01:00</DataRegistre>
                      <NumeroRegistreSortida>S/000456-2026</NumeroRegistreSortida>
                    </DadesRegistre>
                    <DadesSignador>
                      <Interessat>
                        <PersonaFisica>
                          <DocumentIdentificatiu>
                            <NIF>00000001R</NIF>
                          </DocumentIdentificatiu>
                          <NomComplet>Nom Fictici</NomComplet>
                        </PersonaFisica>
                      </Interessat>
                    </DadesSignador>
                  </DadesNotificacio>
                </Report>
                """;
    }

    /** A row with every kind of date: contract enotum 6.3. */
    static String cerca() {
        return """
                <RespostaCerca xmlns="http://www.aocat.net/NT/v4.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <Resultats>
                    <Notificacio>
                      <IdNotificacio>7700001</IdNotificacio>
                      <Emissor>
                        <CodiOrganisme>0899990001</CodiOrganisme>
                        <NomOrganisme>Ajuntament de Vilaprova</NomOrganisme>
                        <CodiDepartament>0899990001</CodiDepartament>
                        <NomDepartament>Ajuntament de Vilaprova</NomDepartament>
                      </Emissor>
                      <Titol>Un titol</Titol>
                      <Referencia>2026-EXP-000123/N0001</Referencia>
                      <TipusObjecte>NOTIFICACIO</TipusObjecte>
                      <DataCreacio>2026-03-02T09:15:31</DataCreacio>
                      <DadesRegistre>
                        <NumeroRegistre xsi:nil="true"/>
                        <DataRegistre xsi:nil="true"/>
                      </DadesRegistre>
                      <DataPublicacio>2026-03-02T09:17:40+01:00</DataPublicacio>
                      <DataAcceptacioRebuig xsi:nil="true"/>
                      <Estat>ANUL·LADA</Estat>
                      <DiesExpiracio>10</DiesExpiracio>
                      <DataLimit>2026-03-12T23:59:59+01:00</DataLimit>
                      <TipusAcces>SUBSTANCIAL</TipusAcces>
                      <Idioma>ca</Idioma>
                      <Consultada>false</Consultada>
                    </Notificacio>
                  </Resultats>
                  <DadesPaginacio>
                    <NumeroPagina>1</NumeroPagina>
                    <ResultatsPerPagina>50</ResultatsPerPagina>
                    <TotalResultats>1</TotalResultats>
                    <TotalPagines>1</TotalPagines>
                  </DadesPaginacio>
                </RespostaCerca>
                """;
    }
}
