package vigil.resume;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.dose.GrowingList;

/**
 * Reads what {@link StateWriter} has written, to an equal value: each record through its canonical constructor, so that what
 * no program could have made cannot come back. The bytes were authenticated before. Used by one thread, once.
 */
final class StateReader {
    private final DataInputStream in;
    private final List<Known> known = new ArrayList<>();

    StateReader(DataInputStream in) {
        this.in = in;
    }

    /** One class of the state: its canonical constructor if it is a record, else its constants. */
    private record Known(Optional<Constructor<?>> constructor, List<Object> constants) {}

    /** @throws IOException if these are no bytes of a state, or of classes that are not the same in this program */
    Object read() throws IOException {
        try {
            return next();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ReflectiveOperationException e) {
            throw new IOException("it is not of this program", e);
        }
    }

    private Object next() throws IOException, ReflectiveOperationException {
        return switch (Sort.of(in.readUnsignedByte())) {
            case RECORD -> readRecord();
            case ENUM -> type().constants().get(in.readInt());
            case NONE -> Optional.empty();
            case SOME -> Optional.of(next());
            case LIST -> List.copyOf(readAll());
            case GROWING_LIST -> growing(readAll());
            case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(readAll()));
            case MAP -> readMap();
            case STRING -> readText();
            case INTEGER -> in.readInt();
            case LONG -> in.readLong();
            case TRUE -> true;
            case FALSE -> false;
            case DECIMAL -> readDecimal();
            case DURATION -> Duration.ofSeconds(in.readLong(), in.readInt());
            case INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case ZONE -> ZoneId.of(readName());
        };
    }

    private Object readRecord() throws IOException, ReflectiveOperationException {
        Constructor<?> constructor =
                type().constructor().orElseThrow(() -> new IllegalArgumentException("a record was expected"));
        Object[] values = new Object[constructor.getParameterCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = next();
        }
        return constructor.newInstance(values);
    }

    private Known type() throws IOException, ReflectiveOperationException {
        int number = in.readInt();
        if (number == known.size()) {
            known.add(known(new Shape(readName(), readName()).type()));
        }
        return known.get(number);
    }

    private static Known known(Class<?> type) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return new Known(Optional.empty(), List.of(type.getEnumConstants()));
        }
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getDeclaredConstructor(components);
        canonical.setAccessible(true);
        return new Known(Optional.of(canonical), List.of());
    }

    private List<Object> readAll() throws IOException, ReflectiveOperationException {
        int size = in.readInt();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(next());
        }
        return values;
    }

    private static GrowingList<Object> growing(List<Object> values) {
        GrowingList<Object> list = GrowingList.empty();
        for (Object value : values) {
            list = list.with(value);
        }
        return list;
    }

    private Map<Object, Object> readMap() throws IOException, ReflectiveOperationException {
        int size = in.readInt();
        Map<Object, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = next();
            values.put(key, next());
        }
        return Collections.unmodifiableMap(values);
    }

    private String readText() throws IOException {
        char[] text = new char[in.readInt()];
        for (int i = 0; i < text.length; i++) {
            text[i] = in.readChar();
        }
        return String.valueOf(text);
    }

    private BigDecimal readDecimal() throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(readBytes()), scale);
    }

    private String readName() throws IOException {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    private byte[] readBytes() throws IOException {
        return in.readNBytes(in.readInt());
    }
}
