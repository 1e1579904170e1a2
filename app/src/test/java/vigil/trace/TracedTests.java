package vigil.trace;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every test method of this module with its tags, those of its class included. */
record TracedTests(List<Traced> all) {
    /** Marks a test in which its rules find something. */
    static final String FIRES = "fires";

    /** Marks a test in which its rules find nothing. */
    static final String SILENT = "silent";

    record Traced(String name, Set<String> tags) {}

    static TracedTests ofThisModule() {
        List<Traced> found = new ClassFileImporter()
                .importPackages("vigil").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(TracedTests::isTest)
                        .map(method -> new Traced(name(method), tags(method)))
                        .sorted(Comparator.comparing(Traced::name))
                        .toList();
        return new TracedTests(found);
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static Set<String> tags(JavaMethod method) {
        JavaClass type = method.getOwner();
        Stream<Tag> ofMethod = tags(
                method.tryGetAnnotationOfType(Tag.class).stream(), method.tryGetAnnotationOfType(Tags.class).stream());
        Stream<Tag> ofType =
                tags(type.tryGetAnnotationOfType(Tag.class).stream(), type.tryGetAnnotationOfType(Tags.class).stream());
        return Stream.concat(ofMethod, ofType).map(Tag::value).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Tag> tags(Stream<Tag> single, Stream<Tags> several) {
        return Stream.concat(single, several.flatMap(it -> Stream.of(it.value())));
    }

    /** Names of the tests of a rule, given as {@code R12}, that also carry {@code kind}. */
    List<String> of(String rule, String kind) {
        return all.stream()
                .filter(it -> it.tags().contains(rule) && it.tags().contains(kind))
                .map(Traced::name)
                .toList();
    }
}
