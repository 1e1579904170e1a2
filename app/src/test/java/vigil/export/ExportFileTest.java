package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.export.ExportFile.IfPresent;

class ExportFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void theFileIsThereWholeAndNothingBesideIt() throws IOException {
        Path file = folder.resolve("record.pdf");

        ExportFile.write(file, IfPresent.REFUSE, out -> out.write(NEW));

        assertThat(file).hasBinaryContent(NEW);
        assertThat(folder.toFile().list()).containsExactly("record.pdf");
    }

    @Test
    void anExistingFileIsLeftAloneUnlessTold() throws IOException {
        Path file = Files.writeString(folder.resolve("record.pdf"), "old");

        assertThatThrownBy(() -> ExportFile.write(file, IfPresent.REFUSE, out -> out.write(NEW)))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("record.pdf")
                .hasMessageContaining("exists");
        assertThat(file).hasContent("old");

        ExportFile.write(file, IfPresent.REPLACE, out -> out.write(NEW));
        assertThat(file).hasBinaryContent(NEW);
    }

    @Test
    void aFileThatAppearsMeanwhileIsLeftAloneToo() {
        Path file = folder.resolve("record.pdf");

        assertThatThrownBy(() -> ExportFile.write(file, IfPresent.REFUSE, out -> {
                    Files.writeString(file, "another program");
                    out.write(NEW);
                }))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("exists");
        assertThat(file).hasContent("another program");
    }

    @Test
    void aFailureHalfWayLeavesTheOldFileAndNoRemains() throws IOException {
        Path file = Files.writeString(folder.resolve("record.pdf"), "old");

        assertThatThrownBy(() -> ExportFile.write(file, IfPresent.REPLACE, out -> {
                    out.write(NEW);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("record.pdf")
                .hasMessageContaining("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("record.pdf");
    }

    @Test
    void aMissingFolderAndAFolderAsFileAreNamed() {
        assertThatThrownBy(() -> ExportFile.write(folder.resolve("no/record.pdf"), IfPresent.REFUSE, out -> {}))
                .hasMessageContaining("no/record.pdf")
                .hasMessageContaining("folder does not exist");
        assertThatThrownBy(() -> ExportFile.write(folder, IfPresent.REPLACE, out -> {}))
                .hasMessageContaining("it is a folder");
    }
}
