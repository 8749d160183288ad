/**
 * What the town-hall day needs beside the SDK, as every vendor has it already: documents from templates
 * ({@link cat.eset.examples.day.PdfTemplate}), a folder for everything that crossed the wire
 * ({@link cat.eset.examples.day.WireFolder}) and the page that tells the day ({@link cat.eset.examples.day.Timeline}).
 */
@NullMarked
package cat.eset.examples.day;

import org.jspecify.annotations.NullMarked;
