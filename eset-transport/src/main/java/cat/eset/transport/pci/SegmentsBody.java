package cat.eset.transport.pci;

import cat.eset.transport.http.HttpBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A message in several pieces, written one after the other without putting them together first. */
final class SegmentsBody implements HttpBody {

    private final List<byte[]> segments;
    private final long length;

    SegmentsBody(List<byte[]> segments) {
        this.segments = segments;
        this.length = segments.stream().mapToLong(s -> s.length).sum();
    }

    @Override
    public String contentType() {
        return "text/xml; charset=UTF-8";
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] segment : segments) {
            out.write(segment);
        }
    }
}
