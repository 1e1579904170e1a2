package vigil.resume;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a class of the state looks like, in one line: a record with the names and types of its components, or an enum with
 * its constants. Two builds with the same line can read each other's values. Only classes of this program have a shape.
 */
record Shape(String name, String parts) {
    private static final String OWN = "vigil.";

    /** @throws IllegalArgumentException if it is neither a record nor an enum of this program */
    static Shape of(Class<?> type) {
        if (!type.getName().startsWith(OWN) || !(type.isRecord() || type.isEnum())) {
            throw new IllegalArgumentException(type.getName() + " is no record or enum of this program");
        }
        return new Shape(type.getName(), type.isEnum() ? constants(type) : components(type));
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .collect(Collectors.joining(","));
    }

    private static String components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Shape::component).collect(Collectors.joining(","));
    }

    private static String component(RecordComponent component) {
        return component.getGenericType().getTypeName() + " " + component.getName();
    }

    /**
     * The class of this shape as it is in this program.
     *
     * @throws IllegalArgumentException if it has none, or it has another shape here
     */
    Class<?> type() {
        if (!name.startsWith(OWN)) {
            throw new IllegalArgumentException(name + " is no class of this program");
        }
        try {
            Class<?> type = Class.forName(name, false, Shape.class.getClassLoader());
            if (!of(type).equals(this)) {
                throw new IllegalArgumentException(name + " has another shape in this program");
            }
            return type;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name + " is not in this program", e);
        }
    }
}
