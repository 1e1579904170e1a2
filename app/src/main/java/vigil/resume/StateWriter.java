package vigil.resume;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.dose.GrowingList;

/**
 * Writes a value that is made of records, enums and what the platform has for lists, numbers and times. The shape of each
 * class stands before its first value, and nothing but records and enums of this program is ever named. Whatever else is met
 * is refused, so that nothing is written that {@link StateReader} would not read back as equal. Used by one thread, once.
 */
final class StateWriter {
    private final DataOutputStream out;
    private final Map<Class<?>, Known> known = new HashMap<>();

    StateWriter(DataOutputStream out) {
        this.out = out;
    }

    private record Known(int number, List<Method> accessors, List<Object> constants) {}

    /** @throws IOException also if the value holds what cannot be written */
    void write(Object value) throws IOException {
        switch (value) {
            case Record it -> writeRecord(it);
            case Enum<?> it -> {
                Known type = writeType(Sort.ENUM, it.getDeclaringClass());
                out.writeInt(type.constants().indexOf(it));
            }
            case Optional<?> it -> {
                sort(it.isPresent() ? Sort.SOME : Sort.NONE);
                if (it.isPresent()) {
                    write(it.get());
                }
            }
            case Collection<?> it -> writeAll(it);
            case Map<?, ?> it -> writeMap(it);
            default -> writePlain(value);
        }
    }

    private void writePlain(Object value) throws IOException {
        switch (value) {
            case String it -> writeText(it);
            case Integer it -> {
                sort(Sort.INTEGER);
                out.writeInt(it);
            }
            case Long it -> {
                sort(Sort.LONG);
                out.writeLong(it);
            }
            case Boolean it -> sort(it ? Sort.TRUE : Sort.FALSE);
            case BigDecimal it -> writeDecimal(it);
            case Duration it -> writeTime(Sort.DURATION, it.getSeconds(), it.getNano());
            case Instant it -> writeTime(Sort.INSTANT, it.getEpochSecond(), it.getNano());
            case LocalDate it -> {
                sort(Sort.DATE);
                out.writeLong(it.toEpochDay());
            }
            case ZoneId it -> {
                sort(Sort.ZONE);
                writeBytes(it.getId().getBytes(StandardCharsets.UTF_8));
            }
            default -> throw unknown(value);
        }
    }

    private static IOException unknown(Object value) {
        return new IOException("a value of " + value.getClass().getName() + " cannot be written");
    }

    private void sort(Sort sort) throws IOException {
        out.writeByte(sort.code());
    }

    private void writeRecord(Record value) throws IOException {
        Known type = writeType(Sort.RECORD, value.getClass());
        try {
            for (Method accessor : type.accessors()) {
                write(accessor.invoke(value));
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(value.getClass().getName() + " cannot be read", e);
        }
    }

    private Known writeType(Sort sort, Class<?> type) throws IOException {
        sort(sort);
        Known before = known.get(type);
        if (before != null) {
            out.writeInt(before.number());
            return before;
        }
        Shape shape = shape(type);
        Known added = type.isRecord()
                ? new Known(known.size(), accessors(type), List.of())
                : new Known(known.size(), List.of(), List.of(type.getEnumConstants()));
        known.put(type, added);
        out.writeInt(added.number());
        writeBytes(shape.name().getBytes(StandardCharsets.UTF_8));
        writeBytes(shape.parts().getBytes(StandardCharsets.UTF_8));
        return added;
    }

    private static Shape shape(Class<?> type) throws IOException {
        try {
            return Shape.of(type);
        } catch (IllegalArgumentException e) {
            throw new IOException("a state cannot be written: " + e.getMessage(), e);
        }
    }

    private static List<Method> accessors(Class<?> type) {
        return java.util.Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .toList();
    }

    private void writeAll(Collection<?> values) throws IOException {
        boolean platforms = values.getClass().getName().startsWith("java.util.");
        switch (values) {
            case GrowingList<?> _ -> sort(Sort.GROWING_LIST);
            case List<?> _ when platforms -> sort(Sort.LIST);
            case Set<?> _ when platforms -> sort(Sort.SET);
            default -> throw unknown(values);
        }
        out.writeInt(values.size());
        for (Object value : values) {
            write(value);
        }
    }

    private void writeMap(Map<?, ?> values) throws IOException {
        if (!values.getClass().getName().startsWith("java.util.")) {
            throw unknown(values);
        }
        sort(Sort.MAP);
        out.writeInt(values.size());
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            write(entry.getKey());
            write(entry.getValue());
        }
    }

    private void writeText(String text) throws IOException {
        sort(Sort.STRING);
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private void writeDecimal(BigDecimal number) throws IOException {
        sort(Sort.DECIMAL);
        out.writeInt(number.scale());
        writeBytes(number.unscaledValue().toByteArray());
    }

    private void writeTime(Sort sort, long seconds, int nanos) throws IOException {
        sort(sort);
        out.writeLong(seconds);
        out.writeInt(nanos);
    }

    private void writeBytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
