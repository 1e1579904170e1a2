import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The tree of files that a Linux system gets, and the .deb and .rpm made of it. The packages are not made by jpackage: it puts
 * everything under /opt and leaves menus, man page and rules to scripts, where dpkg knows nothing of them.
 */
final class LinuxPackages {
    private static final Path SOURCES = Path.of("src/main/linux");

    private final String version;
    private final Instant made;
    private final Path work;
    private final Path root;
    private final Settling settling;

    /** Gives all files of a folder their time and rights. */
    interface Settling {
        void settle(Path folder) throws IOException;
    }

    LinuxPackages(String version, Instant made, Path work, Settling settling) {
        this.version = version;
        this.made = made;
        this.work = work;
        this.root = work.resolve("deb");
        this.settling = settling;
    }

    void make() throws Exception {
        tree();
        if (Pack.installed("dpkg-deb").isPresent()) {
            deb();
        } else {
            System.err.println("installer: dpkg-deb is not installed; no .deb was made");
        }
        if (Pack.installed("rpmbuild").isPresent()) {
            rpm();
        } else {
            System.err.println("installer: rpmbuild is not installed; no .rpm was made");
        }
    }

    private void tree() throws Exception {
        Files.createDirectories(root.resolve("opt"));
        // The image keeps its times and rights: the cache for a fast start goes by them.
        Pack.call("cp", "-a", work.resolve("image/vigil").toString(), root.resolve("opt/vigil").toString());
        put("vigil.desktop", "usr/share/applications/vigil.desktop");
        put("vigil.svg", "usr/share/icons/hicolor/scalable/apps/vigil.svg");
        put("60-vigil-serial.rules", "usr/lib/udev/rules.d/60-vigil-serial.rules");
        put("vigil-kiosk.service", "usr/lib/systemd/user/vigil-kiosk.service");
        link("usr/bin/vigil", "../../opt/vigil/bin/vigil");
        Path documents = Files.createDirectories(root.resolve("usr/share/doc/vigil"));
        Files.copy(Path.of("../LICENSE"), documents.resolve("copyright"));
        compress(Files.readString(Path.of("../CHANGELOG.md")), documents.resolve("changelog.gz"));
        Files.copy(work.resolve("sbom/vigil.cdx.json"), documents.resolve("vigil.cdx.json"));
        link("usr/share/doc/vigil/licences", "../../../../opt/vigil/legal");
        CommandLine commands = vigil.Commands.all(new vigil.Wiring());
        write("usr/share/bash-completion/completions/vigil", AutoComplete.bash("vigil", commands));
        Path man = Files.createDirectories(root.resolve("usr/share/man/man1")).resolve("vigil.1.gz");
        compress(new ManPage(commands, version, made).text(), man);
    }

    private void put(String source, String target) throws IOException {
        write(target, Files.readString(SOURCES.resolve(source)));
    }

    private void write(String target, String text) throws IOException {
        Path file = root.resolve(target);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String name, String target) throws IOException {
        Path link = root.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    private static void compress(String text, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void deb() throws Exception {
        long kilobytes = size(root) / 1024;
        Path control = Files.createDirectories(root.resolve("DEBIAN"));
        Files.writeString(
                control.resolve("control"),
                Files.readString(SOURCES.resolve("control"))
                        .replace("@VERSION@", version)
                        .replace("@ARCHITECTURE@", architecture("amd64", "arm64"))
                        .replace("@KILOBYTES@", Long.toString(kilobytes)));
        for (String script : List.of("postinst", "postrm")) {
            Files.copy(SOURCES.resolve(script), control.resolve(script));
            Files.setPosixFilePermissions(control.resolve(script), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.copy(SOURCES.resolve("templates"), control.resolve("templates"));
        settling.settle(root);
        ProcessBuilder build = new ProcessBuilder(
                        "dpkg-deb",
                        "--build",
                        "--root-owner-group",
                        "-Zzstd",
                        root.toString(),
                        work.resolve("packages/vigil_%s_%s.deb".formatted(version, architecture("amd64", "arm64")))
                                .toString())
                .inheritIO();
        build.environment().put("SOURCE_DATE_EPOCH", Long.toString(made.getEpochSecond()));
        if (build.start().waitFor() != 0) {
            throw new IOException("dpkg-deb failed");
        }
        Pack.remove(control);
    }

    private void rpm() throws Exception {
        Path spec = work.resolve("vigil.spec");
        Files.writeString(
                spec,
                Files.readString(SOURCES.resolve("vigil.spec"))
                        .replace("@VERSION@", version)
                        .replace("@ROOT@", root.toString()));
        Pack.call(
                "rpmbuild",
                "-bb",
                "--define",
                "_rpmdir " + work.resolve("packages"),
                "--define",
                "_rpmfilename vigil-%s-1.%s.rpm".formatted(version, architecture("x86_64", "aarch64")),
                "--define",
                "_topdir " + work.resolve("rpm"),
                "--define",
                "clamp_mtime_to_source_date_epoch 1",
                spec.toString());
    }

    private static String architecture(String amd, String arm) {
        return System.getProperty("os.arch").equals("aarch64") ? arm : amd;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                bytes += Files.isDirectory(file) ? 0 : Files.size(file);
            }
            return bytes;
        }
    }
}
