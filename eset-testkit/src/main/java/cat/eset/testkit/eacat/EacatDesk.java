package cat.eset.testkit.eacat;

import java.util.Map;

/**
 * What the simulated directory of EACAT holds. Thread-safe.
 *
 * <p>It has the quirks of the contract: at most 500 bodies and no word about the rest, numeric codes without their leading zeros, days with
 * an offset, officials in office without {@code dataBaixa}. Filters by code compare with what it writes: without leading zeros.
 */
public interface EacatDesk {

    /**
     * Adds a row.
     *
     * @param row {@code usuari}, {@code servei}, {@code ens}, {@code tipusEns} or {@code funcionariHabilitat}
     * @param values by the names of the contract; codes with their leading zeros, days as {@code 2026-03-02}
     */
    void add(String row, Map<String, String> values);

    /** Forgets every row but the types of body. */
    void clear();

    /** Adds so many town halls of invented names, spread over four provinces. */
    void addTownHalls(int count);
}
