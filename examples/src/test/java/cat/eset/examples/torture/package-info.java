/** Whether anything is lost or done twice when a town hall and its database die at any moment. Start with the crash torture. */
@NullMarked
package cat.eset.examples.torture;

import org.jspecify.annotations.NullMarked;
