package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnJarsTest {
    private static final Path OPEN = Path.of("/proc/self/fd");

    @Test
    void everyJarOfTheClassPathIsOpenAfterwards() throws Exception {
        assumeTrue(Files.isDirectory(OPEN), "only Linux tells what a process has open");
        new OwnJars().run();
        Set<String> jars = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> entry.endsWith(".jar") && Files.exists(Path.of(entry)))
                .map(entry -> real(Path.of(entry)))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(OPEN)) {
            Set<String> open = files.map(OwnJarsTest::real).collect(Collectors.toSet());
            assertThat(jars).isNotEmpty();
            assertThat(open).containsAll(jars);
        }
    }

    /** Where a link leads to; a descriptor that was closed meanwhile leads nowhere. */
    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return "";
        }
    }
}
