package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaTest {
    /** A script that the hash does not stand for would leave databases of earlier versions without its tables. */
    @Test
    void everyScriptOfTheSchemaMakesItAnother() throws Exception {
        Path folder = Path.of(
                Objects.requireNonNull(SessionStore.class.getClassLoader().getResource("vigil/store/migration"))
                        .toURI());
        try (var scripts = Files.list(folder)) {
            assertThat(scripts.map(script -> String.valueOf(script.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(Database.SCRIPTS);
        }
    }
}
