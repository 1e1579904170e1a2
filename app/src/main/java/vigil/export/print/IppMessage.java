package vigil.export.print;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request to a print service or its answer, in the Internet Printing Protocol 1.1 (RFC 8010 for the bytes, RFC 8011 for
 * the words). Immutable.
 *
 * @param code operation of a request, status of an answer
 * @param groups attributes in the order they came; an answer about two printers has two groups of printer attributes
 */
record IppMessage(int code, List<Group> groups) {
    static final int OPERATION = 0x01;
    static final int JOB = 0x02;
    static final int PRINTER = 0x04;

    private static final int VERSION = 0x0101;
    private static final int REQUEST = 1;
    private static final int END = 0x03;
    private static final int FIRST_VALUE_TAG = 0x10;
    /** Longer than any sensible answer; beyond it the other side is no print service. */
    private static final int MOST_ATTRIBUTES = 10_000;

    IppMessage {
        groups = List.copyOf(groups);
    }

    /** @param tag what the attributes are about */
    record Group(int tag, List<Attribute> attributes) {
        Group {
            attributes = List.copyOf(attributes);
        }

        /** The first value of an attribute as text: a name, a number in decimal, a truth as {@code true}. */
        Optional<String> text(String name) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(name))
                    .map(Attribute::text)
                    .findFirst();
        }

        Optional<Integer> number(String name) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(name) && attribute.isNumber())
                    .map(attribute -> Integer.valueOf(attribute.text()))
                    .findFirst();
        }
    }

    /**
     * One value of an attribute; of several values only the first carries the name.
     *
     * @param text a number in decimal, a truth as {@code true} or {@code false}, anything else as it is
     */
    record Attribute(ValueTag tag, String name, String text) {
        private boolean isNumber() {
            return tag == ValueTag.INTEGER || tag == ValueTag.ENUM;
        }

        private byte[] bytes() {
            return switch (tag) {
                case INTEGER, ENUM ->
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt(Integer.parseInt(text))
                            .array();
                case BOOLEAN -> new byte[] {(byte) (Boolean.parseBoolean(text) ? 1 : 0)};
                case NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME_TYPE, OTHER -> text.getBytes(StandardCharsets.UTF_8);
            };
        }

        private static Attribute read(ValueTag tag, String name, byte[] value) throws IOException {
            return switch (tag) {
                case INTEGER, ENUM -> {
                    if (value.length != Integer.BYTES) {
                        throw new IOException("a number of %d bytes".formatted(value.length));
                    }
                    yield new Attribute(
                            tag, name, Integer.toString(ByteBuffer.wrap(value).getInt()));
                }
                case BOOLEAN -> new Attribute(tag, name, Boolean.toString(value.length == 1 && value[0] != 0));
                case NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME_TYPE, OTHER ->
                    new Attribute(tag, name, new String(value, StandardCharsets.UTF_8));
            };
        }
    }

    /** The kinds of values Vigil sends or reads (RFC 8010, section 3.5.2). */
    enum ValueTag {
        INTEGER(0x21),
        BOOLEAN(0x22),
        ENUM(0x23),
        NAME(0x42),
        KEYWORD(0x44),
        URI(0x45),
        CHARSET(0x47),
        LANGUAGE(0x48),
        MIME_TYPE(0x49),
        /** Anything else; read as text where it is text. */
        OTHER(0x41);

        private final int code;

        ValueTag(int code) {
            this.code = code;
        }

        private static ValueTag of(int code) {
            for (ValueTag tag : values()) {
                if (tag.code == code) {
                    return tag;
                }
            }
            return OTHER;
        }
    }

    boolean isSuccess() {
        return code < 0x0100;
    }

    List<Group> about(int tag) {
        return groups.stream().filter(group -> group.tag() == tag).toList();
    }

    byte[] encoded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(VERSION);
        out.writeShort(code);
        out.writeInt(REQUEST);
        for (Group group : groups) {
            out.writeByte(group.tag());
            for (Attribute attribute : group.attributes()) {
                write(attribute, out);
            }
        }
        out.writeByte(END);
        return bytes.toByteArray();
    }

    private static void write(Attribute attribute, DataOutputStream out) throws IOException {
        byte[] name = attribute.name().getBytes(StandardCharsets.US_ASCII);
        out.writeByte(attribute.tag().code);
        out.writeShort(name.length);
        out.write(name);
        byte[] value = attribute.bytes();
        out.writeShort(value.length);
        out.write(value);
    }

    /** @throws IOException if these bytes are no such message */
    static IppMessage read(InputStream bytes) throws IOException {
        DataInputStream in = new DataInputStream(bytes);
        in.readUnsignedShort();
        int code = in.readUnsignedShort();
        in.readInt();
        List<Group> groups = new ArrayList<>();
        int tag = in.readUnsignedByte();
        while (tag != END) {
            if (tag >= FIRST_VALUE_TAG || groups.size() > MOST_ATTRIBUTES) {
                throw new IOException("an answer that is no IPP message");
            }
            List<Attribute> attributes = new ArrayList<>();
            int next = read(in, attributes);
            groups.add(new Group(tag, attributes));
            tag = next;
        }
        return new IppMessage(code, groups);
    }

    /** Reads the values of one group; returns the tag that follows it. */
    private static int read(DataInputStream in, List<Attribute> into) throws IOException {
        int tag = in.readUnsignedByte();
        while (tag >= FIRST_VALUE_TAG) {
            if (into.size() > MOST_ATTRIBUTES) {
                throw new IOException("an answer without end");
            }
            String name = new String(exactly(in), StandardCharsets.US_ASCII);
            into.add(Attribute.read(ValueTag.of(tag), name, exactly(in)));
            tag = in.readUnsignedByte();
        }
        return tag;
    }

    private static byte[] exactly(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("an answer cut short");
        }
        return bytes;
    }
}
