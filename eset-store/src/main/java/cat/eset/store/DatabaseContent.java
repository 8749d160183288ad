package cat.eset.store;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Bytes in the database, in parts, so that none is ever held whole. They roll back with the transaction that stored them. */
final class DatabaseContent implements ContentStorage {

    private static final int PART = 256 * 1024;
    private static final String NAME = "INSERT INTO eset.content (sha256, tenant, length) VALUES (?, ?, ?)";
    private static final String KEEP =
            "INSERT INTO eset.content_part (sha256, tenant, part, bytes) VALUES (?, ?, ?, ?)";
    private static final String FIND = "SELECT length FROM eset.content WHERE sha256 = ? AND tenant = ?";
    private static final String READ =
            "SELECT bytes FROM eset.content_part WHERE sha256 = ? AND tenant = ? AND part = ?";

    private final Transactions transactions;

    DatabaseContent(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(String area, DocumentContent content) throws IOException {
        try (InputStream in = new VerifiedStream(content.open(), content.sha256())) {
            transactions.in(transaction -> {
                if (transaction.sql().insertIfAbsent(NAME, content.sha256().hex(), area, content.length())) {
                    keep(transaction.sql(), area, content.sha256(), in);
                }
                return Boolean.TRUE;
            });
        } catch (UnreadableException e) {
            throw e.reason;
        }
    }

    private static void keep(Sql sql, String area, Sha256 digest, InputStream in) {
        try {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                sql.update(KEEP, digest.hex(), area, part++, bytes);
            }
        } catch (IOException e) {
            throw new UnreadableException(e);
        }
    }

    /** Carries a failure of the source out of the transaction, which rolls back. */
    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        UnreadableException(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    @Override
    public Optional<DocumentContent.Source> find(String area, Sha256 digest) {
        return transactions
                .in(transaction -> transaction.sql().first(FIND, row -> row.getLong(1), digest.hex(), area))
                .map(length -> () -> new VerifiedStream(new Parts(area, digest, length), digest));
    }

    /** The parts one after the other, each read when its turn comes. */
    private final class Parts extends InputStream {
        private final String area;
        private final Sha256 digest;
        private final long count;
        private int next;
        private InputStream part = InputStream.nullInputStream();

        Parts(String area, Sha256 digest, long length) {
            this.area = area;
            this.digest = digest;
            this.count = (length + PART - 1) / PART;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = part.read(buffer, offset, length);
            while (n < 0 && next < count) {
                part = open(next++);
                n = part.read(buffer, offset, length);
            }
            return n;
        }

        /** A part that is gone makes the digest wrong, which is what the reader is told. */
        private InputStream open(int number) {
            return transactions
                    .in(transaction ->
                            transaction.sql().first(READ, row -> row.getBytes(1), digest.hex(), area, number))
                    .<InputStream>map(ByteArrayInputStream::new)
                    .orElseGet(InputStream::nullInputStream);
        }
    }
}
