package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a resume point knows a build by. */
class OwnCodeTest {
    @TempDir
    Path folder;

    private Path jar(String name, String code) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String each : new String[] {"vigil/One.class", "vigil/Two.class"}) {
                out.putNextEntry(new ZipEntry(each).setLastModifiedTime(FileTime.fromMillis(0)));
                out.write((each + code).getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    @Test
    void sameCodeIsTheSameBuild() throws IOException {
        assertThat(OwnCode.directory(jar("a.jar", "code"))).isEqualTo(OwnCode.directory(jar("b.jar", "code")));
    }

    /** Same names, same times, same sizes. */
    @Test
    void oneOtherLetterIsAnotherBuild() throws IOException {
        assertThat(OwnCode.directory(jar("a.jar", "code"))).isNotEqualTo(OwnCode.directory(jar("b.jar", "cope")));
    }

    @Test
    void onlyTheDirectoryIsRead() throws IOException {
        Path jar = jar("a.jar", "code".repeat(10_000));

        byte[] read = OwnCode.directory(jar);

        assertThat(read.length).isLessThan(300);
        assertThat(new String(read, StandardCharsets.ISO_8859_1))
                .startsWith("PK\1\2")
                .contains("vigil/Two.class");
    }

    /** A jar with something behind its directory is read whole, so that nothing in it goes unseen. */
    @Test
    void whatIsLaidOutOtherwiseIsReadWhole() throws IOException {
        Path jar = jar("a.jar", "code");
        try (OutputStream more = Files.newOutputStream(jar, java.nio.file.StandardOpenOption.APPEND)) {
            more.write('x');
        }

        assertThat(OwnCode.directory(jar)).isEqualTo(Files.readAllBytes(jar));
        assertThat(OwnCode.directory(Files.writeString(folder.resolve("short"), "x")))
                .isEqualTo(new byte[] {'x'});
    }
}
