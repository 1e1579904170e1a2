import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves out of some large libraries what this program cannot reach: classes that no class names, not even in a text, and data
 * of parts that it does not have. What stays is byte for byte as it was published; licences and notices stay all of them. A
 * library under the LGPL is never touched.
 */
final class Slimming {
    /** Of which only what is reached from everything else is kept. Their own names in text files count as well. */
    private static final Pattern SHAKEN = Pattern.compile("(bcprov-jdk18on|org\\.hl7\\.fhir\\.(r4|utilities)|guava|hapi-structures-v26"
            + "|controlsfx|countries|tilesfx|toolboxfx|toolbox|xmlgraphics-commons)-[0-9].*");

    /** Looked up by name, put together at run time: every FHIR type and what HL7 v2 data types there are. */
    private static final Pattern ROOTS =
            Pattern.compile("org/hl7/fhir/r4/model/[A-Z][^/]*|ca/uhn/hl7v2/model/v26/datatype/[^/]*|.*/package-info|module-info");

    /**
     * Data nothing here asks for: signatures of a jar that is no longer whole, and Bouncy Castle's offer of itself as a provider,
     * of which only Argon2 and the check of a signature are called (the JVM would make all of it at each start); messages of the FHIR validator; flags, maps,
     * cities, weather icons and fonts of tiles other than the gauge; serial libraries of other systems, since this one's lies beside.
     */
    private static final Map<String, Pattern> LEFT_OUT = Map.of(
            "bcprov-jdk18on", Pattern.compile("META-INF/([^/]*\\.(SF|RSA|DSA|EC)|services/.*|versions/.*)|org/.*\\.(properties|bin|bin\\.properties|gz)"),
            "org.hl7.fhir.utilities", Pattern.compile("source/.*\\.po|oidregistry\\.csv|lang\\.dat\\.txt|(Messages|rendering-phrases|validator-messages)_.*"),
            "countries", Pattern.compile("(?!META-INF/).*\\.(txt|png|properties|icns|ico|json)"),
            "tilesfx", Pattern.compile("eu/hansolo/tilesfx/([^/]*\\.(png|properties|js|html|xml)|(icons|images)/.*)"),
            "toolboxfx", Pattern.compile("eu/hansolo/toolboxfx/font/(Mazzard|Cousine).*"),
            "controlsfx", Pattern.compile("org/controlsfx/control/worldmap.*"));

    /** Where a class may be named outside of classes. */
    private static final Pattern TEXT = Pattern.compile("META-INF/services/.*|.*\\.(properties|xml|fxml)");

    private static final Pattern DESCRIPTOR = Pattern.compile("L([A-Za-z0-9_$/]+)[;<]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*([./][A-Za-z_$][A-Za-z0-9_$]*)+");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final LocalDateTime WHENEVER = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path published;
    private final Map<String, List<byte[]>> classes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    Slimming(Path published) {
        this.published = published;
    }

    /**
     * Puts every jar into another folder: the ones named above with what is left of them, the others as they are.
     *
     * @param serialLibraryApart whether the serial library of this system is put elsewhere
     */
    void into(Path slim, boolean serialLibraryApart) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(published)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            read(jar);
        }
        for (String text : texts) {
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                reachIfHere(names.group().replace('.', '/'));
            }
        }
        while (!open.isEmpty()) {
            classes.get(open.remove()).forEach(this::names);
        }
        for (Path jar : jars) {
            Path target = slim.resolve(name(jar));
            if (SHAKEN.matcher(name(jar)).matches()) {
                write(jar, target, leftOut(jar));
            } else if (serialLibraryApart && artifact(jar).equals("jSerialComm")) {
                write(jar, target, Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)"));
            } else {
                Files.copy(jar, target);
            }
        }
    }

    private static Pattern leftOut(Path jar) {
        return LEFT_OUT.getOrDefault(artifact(jar), Pattern.compile("(?!)"));
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }

    private static String artifact(Path jar) {
        return name(jar).replaceFirst("-[0-9].*", "");
    }

    private void read(Path jar) throws IOException {
        boolean shaken = SHAKEN.matcher(name(jar)).matches();
        Pattern leftOut = leftOut(jar);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".class")) {
                    String type = type(entry);
                    classes.computeIfAbsent(type, _ -> new ArrayList<>()).add(bytes(zip, entry));
                    if (!shaken || ROOTS.matcher(type).matches()) {
                        reach(type);
                    }
                } else if (TEXT.matcher(entry.getName()).matches() && !leftOut.matcher(entry.getName()).matches()) {
                    texts.add(new String(bytes(zip, entry), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String type(ZipEntry entry) {
        return entry.getName()
                .replaceFirst("^META-INF/versions/[0-9]+/", "")
                .replaceFirst("\\.class$", "");
    }

    private void reach(String type) {
        if (reached.add(type)) {
            open.add(type);
        }
    }

    /** Everything a class may mean: what it refers to, what its descriptors and signatures name, and what its texts could. */
    private void names(byte[] type) {
        for (PoolEntry entry : ClassFile.of().parse(type).constantPool()) {
            if (entry instanceof ClassEntry named) {
                reachIfHere(named.asInternalName().replaceFirst("^\\[+L", "").replaceFirst(";$", ""));
            } else if (entry instanceof Utf8Entry text) {
                named(text.stringValue());
            }
        }
    }

    private void named(String text) {
        Matcher descriptors = DESCRIPTOR.matcher(text);
        while (descriptors.find()) {
            reachIfHere(descriptors.group(1));
        }
        if (NAME.matcher(text).matches()) {
            reachIfHere(text.replace('.', '/'));
        }
    }

    private void reachIfHere(String type) {
        if (classes.containsKey(type)) {
            reach(type);
        }
    }

    private void write(Path jar, Path slim, Pattern leftOut) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(slim))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (stays(entry, leftOut)) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(WHENEVER);
                    out.putNextEntry(copy);
                    out.write(entry.getName().equals(MANIFEST) ? unsigned(bytes(zip, entry)) : bytes(zip, entry));
                }
            }
        }
    }

    private boolean stays(ZipEntry entry, Pattern leftOut) {
        return !entry.isDirectory()
                && !leftOut.matcher(entry.getName()).matches()
                && (!entry.getName().endsWith(".class") || reached.contains(type(entry)));
    }

    /** What it says of the jar stays; the check sums of its entries go with the signatures over them. */
    private static byte[] unsigned(byte[] manifest) throws IOException {
        Manifest whole = new Manifest(new ByteArrayInputStream(manifest));
        whole.getEntries().clear();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        whole.write(out);
        return out.toByteArray();
    }
}
