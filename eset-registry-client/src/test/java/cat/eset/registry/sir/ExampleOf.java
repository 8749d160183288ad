package cat.eset.registry.sir;

/** Worked examples of contract sir 8. */
public final class ExampleOf {

    private ExampleOf() {}

    /** A message of SICRES 3. */
    public static String message() {
        return """
                <Fichero_Intercambio_SICRES_3>
                  <De_Origen_o_Remitente>
                    <Codigo_Entidad_Registral_Origen>O00000001</Codigo_Entidad_Registral_Origen>
                    <Decodificacion_Entidad_Registral_Origen>Registro General del Ayuntamiento de Ejemplo</Decodificacion_Entidad_Registral_Origen>
                    <Numero_Registro_Entrada>2024-E-RC-1234</Numero_Registro_Entrada>
                    <Fecha_Hora_Entrada>20240301093000</Fecha_Hora_Entrada>
                    <Codigo_Unidad_Tramitacion_Origen>L01089999</Codigo_Unidad_Tramitacion_Origen>
                  </De_Origen_o_Remitente>
                  <De_Destino>
                    <Codigo_Entidad_Registral_Destino>O00000002</Codigo_Entidad_Registral_Destino>
                    <Codigo_Unidad_Tramitacion_Destino>E00000002</Codigo_Unidad_Tramitacion_Destino>
                  </De_Destino>
                  <De_Interesado>
                    <Tipo_Documento_Identificacion_Interesado>N</Tipo_Documento_Identificacion_Interesado>
                    <Documento_Identificacion_Interesado>00000000T</Documento_Identificacion_Interesado>
                    <Nombre_Interesado>Maria</Nombre_Interesado>
                    <Primer_Apellido_Interesado>Ejemplo</Primer_Apellido_Interesado>
                  </De_Interesado>
                  <De_Asunto>
                    <Resumen>Solicitud de informe</Resumen>
                  </De_Asunto>
                  <De_Anexo>
                    <Nombre_Fichero_Anexado>solicitud.pdf</Nombre_Fichero_Anexado>
                    <Identificador_Fichero>ADJ-1</Identificador_Fichero>
                    <Validez_Documento>04</Validez_Documento>
                    <Tipo_Documento>02</Tipo_Documento>
                    <Hash>47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=</Hash>
                    <Tipo_MIME>application/pdf</Tipo_MIME>
                  </De_Anexo>
                  <De_Internos_Control>
                    <Identificador_Intercambio></Identificador_Intercambio>
                    <Tipo_Anotacion>02</Tipo_Anotacion>
                    <Tipo_Registro>0</Tipo_Registro>
                    <Documentacion_Fisica>3</Documentacion_Fisica>
                    <Indicador_Prueba>0</Indicador_Prueba>
                    <Codigo_Entidad_Registral_Inicio>O00000001</Codigo_Entidad_Registral_Inicio>
                    <Decodificacion_Entidad_Registral_Inicio>Registro General del Ayuntamiento de Ejemplo</Decodificacion_Entidad_Registral_Inicio>
                  </De_Internos_Control>
                  <De_Formulario_Generico>
                    <Expone>Que necesita el informe.</Expone>
                    <Solicita>Que se emita el informe.</Solicita>
                  </De_Formulario_Generico>
                </Fichero_Intercambio_SICRES_3>
                """;
    }

    /** A sending. */
    public static String sendRequest() {
        return """
                <peticioEnviamentAssentament xmlns="http://www.aoc.cat/sir">
                  <idEnviament>VENDOR-2024-000001</idEnviament>
                  <enviament><![CDATA[<Fichero_Intercambio_SICRES_3>...</Fichero_Intercambio_SICRES_3>]]></enviament>
                </peticioEnviamentAssentament>
                """;
    }

    /** Answer to a sending. */
    public static String sendAnswer() {
        return """
                <respostaEnviamentAssentament xmlns="http://www.aoc.cat/sir">
                  <resposta>
                    <idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR>
                    <origenRegistreEntrada>2024-E-RC-1234</origenRegistreEntrada>
                    <origenRegistreEntradaData>20240301093000</origenRegistreEntradaData>
                  </resposta>
                  <resultat><codiResultat>0</codiResultat><descripcio>OK</descripcio></resultat>
                </respostaEnviamentAssentament>
                """;
    }

    /** A confirmation. */
    public static String confirmRequest() {
        return """
                <peticioConfirmacioAssentament xmlns="http://www.aoc.cat/sir"><idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR></peticioConfirmacioAssentament>
                """;
    }

    /** Answer to a confirmation. */
    public static String confirmAnswer() {
        return """
                <respostaConfirmacioAssentament xmlns="http://www.aoc.cat/sir">
                  <peticioConfirmacioAssentament><idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR></peticioConfirmacioAssentament>
                  <resposta>
                    <registreEntrada>2024/E/000124</registreEntrada>
                    <registreEntradaData>01/03/2024 10:00:00</registreEntradaData>
                  </resposta>
                  <resultat><codiResultat>0</codiResultat><descripcio>OK</descripcio></resultat>
                </respostaConfirmacioAssentament>
                """;
    }

    /** A rejection. */
    public static String rejectRequest() {
        return """
                <peticioRebuigAssentament xmlns="http://www.aoc.cat/sir">
                  <idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR>
                  <motiu>Asunto no competencia de este Ayuntamiento</motiu>
                </peticioRebuigAssentament>
                """;
    }

    /** Error answer to a rejection. */
    public static String rejectAnswer() {
        return """
                <respostaRebuigAssentament xmlns="http://www.aoc.cat/sir">
                  <resultat><codiResultat>502</codiResultat><descripcio>Error realitzant el rebuig</descripcio></resultat>
                </respostaRebuigAssentament>
                """;
    }

    /** A forwarding. */
    public static String forwardRequest() {
        return """
                <peticioReenviamentAssentament xmlns="http://www.aoc.cat/sir">
                  <idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR>
                  <oficinaRegistreDesti>O00000003</oficinaRegistreDesti>
                  <observacions>Competencia de la oficina de destino indicada</observacions>
                </peticioReenviamentAssentament>
                """;
    }

    /** A consultation. */
    public static String consultRequest() {
        return """
                <peticioConsultaAssentament xmlns="http://www.aoc.cat/sir"><idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR><tipus>REBUT</tipus></peticioConsultaAssentament>
                """;
    }

    /** Answer to a consultation. */
    public static String consultAnswer() {
        return """
                <respostaConsultaAssentament xmlns="http://www.aoc.cat/sir">
                  <resposta>
                    <intercanvi>
                      <idEnviament>VENDOR-2024-000001</idEnviament>
                      <idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR>
                      <oficinaInicial>O00000001</oficinaInicial>
                      <oficinaOrigen>O00000001</oficinaOrigen>
                      <oficinaDesti>O00000002</oficinaDesti>
                      <origenRegistreEntrada>2024-E-RC-1234</origenRegistreEntrada>
                      <origenRegistreEntradaData>20240301093000</origenRegistreEntradaData>
                      <registreSortida>S/000045-2024</registreSortida>
                      <estat>PENDENT_CONFIRMACIO</estat>
                      <enviament>&lt;Fichero_Intercambio_SICRES_3&gt;...&lt;/Fichero_Intercambio_SICRES_3&gt;</enviament>
                    </intercanvi>
                    <apunts>
                      <apunt>
                        <data>2024-03-01T09:31:00+01:00</data>
                        <tipus>ENVIAMENT</tipus>
                        <oficinaOrigen>O00000001</oficinaOrigen>
                        <oficinaDenominacio>Registro General</oficinaDenominacio>
                      </apunt>
                    </apunts>
                    <annexos>
                      <annex>
                        <nomFitxer>solicitud.pdf</nomFitxer>
                        <idFitxerSIR>O00000001_24_00000123_01_0001.pdf</idFitxerSIR>
                        <guid>00000000-0000-4000-8000-000000000001</guid>
                      </annex>
                    </annexos>
                  </resposta>
                  <resultat><codiResultat>0</codiResultat><descripcio>OK</descripcio></resultat>
                </respostaConsultaAssentament>
                """;
    }

    /** Synchronising. */
    public static String synchroniseRequest() {
        return """
                <peticioSincronitzacioAssentaments xmlns="http://www.aoc.cat/sir"/>
                """;
    }

    /** Answer to synchronising. */
    public static String synchroniseAnswer() {
        return """
                <respostaSincronitzacioAssentaments xmlns="http://www.aoc.cat/sir">
                  <resposta>
                    <intercanvi>
                      <idEnviament>VENDOR-2024-000001</idEnviament>
                      <idEnviamentSIR>O00000001_24_00000123</idEnviamentSIR>
                      <codiEns>0899990001</codiEns>
                      <oficinaInicial>O00000001</oficinaInicial>
                      <oficinaOrigen>O00000001</oficinaOrigen>
                      <oficinaDesti>O00000002</oficinaDesti>
                      <origenRegistreEntrada>2024-E-RC-1234</origenRegistreEntrada>
                      <origenRegistreEntradaData>20240301093000</origenRegistreEntradaData>
                      <tipus>CONFIRMAT</tipus>
                      <data>2024-03-01T11:00:00+01:00</data>
                    </intercanvi>
                  </resposta>
                  <resultat><codiResultat>0</codiResultat><descripcio>OK</descripcio></resultat>
                </respostaSincronitzacioAssentaments>
                """;
    }
}
