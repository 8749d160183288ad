package cat.eset.notify.track;

/**
 * What one look brought.
 *
 * @param rows rows and report entries that were read
 * @param changes notifications that were found in another state
 * @param evidenceKept notifications whose evidence went to the archive
 * @param evidencePending notifications whose evidence the service has not made yet; the next look asks again
 */
public record TrackingCycle(long rows, long changes, long evidenceKept, long evidencePending) {}
