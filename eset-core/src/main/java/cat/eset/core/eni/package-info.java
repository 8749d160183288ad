/**
 * The electronic document and the electronic expedient of the national interoperability scheme: values, their XML
 * written and read, and a validator for what the official schemas let through. The values know nothing of the work
 * model, which maps onto them. Start with {@link cat.eset.core.eni.EniDocument}, {@link cat.eset.core.eni.EniExpedient}
 * and {@link cat.eset.core.eni.EniXml}.
 */
@NullMarked
package cat.eset.core.eni;

import org.jspecify.annotations.NullMarked;
