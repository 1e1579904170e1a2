import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licence of every component: what each jar brings with it, the common texts once, and a list that says which is which. A
 * component whose licence nobody knows stops the build.
 */
final class Licences {
    private static final Path TEXTS = Path.of("src/main/licences");

    private final Path jars;
    private final Path sbom;
    private final Path target;

    Licences(Path jars, Path sbom, Path target) {
        this.jars = jars;
        this.sbom = sbom;
        this.target = target;
    }

    void write() throws IOException {
        Files.createDirectories(target);
        Files.copy(Path.of("..", "LICENSE"), target.resolve("Vigil-Apache-2.0.txt"));
        try (Stream<Path> texts = Files.list(TEXTS)) {
            for (Path text : texts.sorted().toList()) {
                Files.copy(text, target.resolve(text.getFileName()));
            }
        }
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.sorted().toList()) {
                extract(jar);
            }
        }
        Files.write(target.resolve("COMPONENTS.txt"), components());
    }

    private void extract(Path jar) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(Licences::isNotice).toList()) {
                String flat = entry.getName().replaceFirst("^META-INF/", "").replace('/', '_');
                Path file = Files.createDirectories(target.resolve(name)).resolve(flat);
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isNotice(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !name.endsWith(".class")
                && name.matches("(.*/)?(licen[cs]e|notice|copying|copyright|ofl)[^/]*");
    }

    private List<String> components() throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(sbom.toFile()).get("components")) {
            String name = component.get("name").asText() + " " + component.get("version").asText();
            List<String> licences = new ArrayList<>();
            for (JsonNode licence : component.path("licenses")) {
                JsonNode told = licence.path("license");
                licences.add(told.has("id") ? told.get("id").asText() : told.path("name").asText(licence.path("expression").asText()));
            }
            if (licences.isEmpty() && !component.path("group").asText().equals("vigil")) {
                throw new IOException(name + ": its licence is not known; add it before it is shipped");
            }
            lines.put(name, licences.isEmpty() ? "Apache-2.0" : String.join(" or ", licences));
        }
        List<String> all = new ArrayList<>(List.of(
                "Components of Vigil and their licences, from the list of components (SBOM).",
                "Texts: beside this file, in the folder of each component, and, for Java and JavaFX, in ../lib/runtime/legal.",
                ""));
        lines.forEach((name, licence) -> all.add(name + ": " + licence));
        all.add("IBM Plex Sans, IBM Plex Mono (fonts): OFL-1.1");
        all.add("Noto Sans Arabic, Noto Sans Hebrew, Noto Sans SC (fonts): OFL-1.1");
        return all;
    }
}
