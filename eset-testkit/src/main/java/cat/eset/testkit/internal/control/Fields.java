package cat.eset.testkit.internal.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One message of the control channel: a row of texts, written and read in the same order. Not thread-safe. */
public final class Fields {

    private static final int MAX_FIELDS = 1_000_000;
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final List<String> values;
    private int next;

    /** An empty message. */
    public Fields() {
        this(new ArrayList<>());
    }

    private Fields(List<String> values) {
        this.values = values;
    }

    /** Adds a text. */
    public Fields put(String value) {
        values.add(value);
        return this;
    }

    /** Adds a number. */
    public Fields put(long value) {
        return put(String.valueOf(value));
    }

    /** Adds a truth value. */
    public Fields put(boolean value) {
        return put(String.valueOf(value));
    }

    /** Adds an instant. */
    public Fields put(Instant value) {
        return put(value.toString());
    }

    /** Adds a duration. */
    public Fields put(Duration value) {
        return put(value.toString());
    }

    /** Adds an instant that may be missing. */
    public Fields putInstant(Optional<Instant> value) {
        return put(value.map(Instant::toString).orElse(""));
    }

    /** Adds a list. */
    public <T> Fields putAll(List<T> list, java.util.function.BiConsumer<Fields, T> writer) {
        put(list.size());
        list.forEach(item -> writer.accept(this, item));
        return this;
    }

    /** Adds all values of another message. */
    Fields append(Fields other) {
        values.addAll(other.values);
        return this;
    }

    /** The next text. */
    public String text() {
        return values.get(next++);
    }

    /** The next number. */
    public long number() {
        return Long.parseLong(text());
    }

    /** The next number as an {@code int}. */
    public int integer() {
        return Math.toIntExact(number());
    }

    /** The next truth value. */
    public boolean truth() {
        return Boolean.parseBoolean(text());
    }

    /** The next instant. */
    public Instant instant() {
        return Instant.parse(text());
    }

    /** The next duration. */
    public Duration duration() {
        return Duration.parse(text());
    }

    /** The next instant, which may be missing. */
    public Optional<Instant> optionalInstant() {
        String value = text();
        return value.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(value));
    }

    /** The next list. */
    public <T> List<T> list(Function<Fields, T> reader) {
        int size = integer();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.apply(this));
        }
        return list;
    }

    /** Sends the message. */
    public void send(DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /** Receives a message. */
    public static Fields receive(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_FIELDS) {
            throw new IOException("a control message with " + count + " fields");
        }
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > MAX_BYTES) {
                throw new IOException("a control field with " + length + " bytes");
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("the control channel ended inside a message");
            }
            values.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return new Fields(values);
    }
}
