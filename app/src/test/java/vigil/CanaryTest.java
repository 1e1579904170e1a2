package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.SessionId;
import vigil.session.Staff;

/**
 * Names that stand nowhere else are put into a record, and the real program is run on it in every way, also into the wall.
 * They are then looked for in everything that it printed and left behind: logs, database, temporary and crash files, cache.
 * Only an export that was asked for may hold them.
 */
class CanaryTest {
    private static final String CANARY = "qxkanar";
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir
    Path world;

    @TempDir
    Path asked;

    private Path data;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void record() throws Exception {
        data = world.resolve("data");
        Staff nurse = new Staff("QxKanarUser", "QxKanar Nurse", Staff.Role.NURSE);
        Patient patient = new Patient(
                "QxKanar\u202e'; DROP TABLE session; --",
                "=cmd|'QxKanarGiven'",
                "QxKanar-77123",
                LocalDate.of(1971, 3, 14),
                "QxKanarAllergy \u0007\r\n{}%s%n",
                "QxKanarRoom");
        ZoneId zone = ZoneId.of("Australia/Sydney");
        try (Bedside bedside = Bedside.open(data)) {
            take(bedside, new Event.ConsoleStarted(Openings.START, "boot", Version.NUMBER, false));
            take(bedside, new Event.SessionOpened(Openings.START, new SessionId("s-test1"), patient, zone, nurse));
            for (Event event : Openings.dosed()) {
                take(bedside, event);
            }
            take(bedside, new Event.NoteAdded(Openings.START, "QxKanarNote ".repeat(800), nurse));
            bedside.settle(Openings.START);
        }
    }

    private static void take(Bedside bedside, Event event) {
        assertThat(bedside.accept(event)).isEmpty();
    }

    private void run(String... arguments) throws Exception {
        try (Program program = Program.startIn(world, arguments)) {
            told.add(program.commandLine());
            Program.Ended ended = program.ended();
            told.addAll(ended.out());
            told.addAll(ended.err());
        }
    }

    private void nothingIsToldOrLeft() throws IOException {
        assertThat(told)
                .isNotEmpty()
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(CANARY));
        assertThat(holding(world)).isEmpty();
    }

    /** The files below a folder that hold the canary, in any case and encoding, or in their name. */
    private static List<Path> holding(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(file)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private static boolean holds(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.contains(CANARY)
                || ENCODINGS.stream()
                        .map(encoding -> new String(CANARY.getBytes(encoding), StandardCharsets.ISO_8859_1))
                        .anyMatch(canary -> new String(bytes, StandardCharsets.ISO_8859_1)
                                .toLowerCase(Locale.ROOT)
                                .contains(canary));
    }

    @Test
    @Tag("G1")
    void noCommandTellsOrLeavesWhoThePatientIsButInTheFileAskedFor() throws Exception {
        String dir = data.toString();
        run("sessions", "--data", dir);
        run("verify", dir);
        for (String format : List.of("csv", "fhir", "pdf")) {
            String out = asked.resolve(format).toString();
            run("export", "--session", "s-test1", "--format", format, "--out", out, "--data", dir);
        }
        for (String document : List.of("session-report", "patient-record", "analysis")) {
            String out = asked.resolve(document).toString();
            run(
                    "export",
                    "--session",
                    "s-test1",
                    "--document",
                    document,
                    "--format",
                    "csv",
                    "--out",
                    out,
                    "--data",
                    dir);
        }
        run(
                "handover",
                "--session",
                "s-test1",
                "--out",
                asked.resolve("handover.pdf").toString(),
                "--data",
                dir);
        run("rebuild", "--data", dir);
        nothingIsToldOrLeft();
        assertThat(holding(asked)).as("the test can see what is there").isNotEmpty();
    }

    @Test
    @Tag("E7")
    void whatIsToldOfDamageAndFailureNamesNobody() throws Exception {
        Files.write(data.resolve("sessions.mv.db"), new byte[5_000]);
        run("sessions", "--data", data.toString());
        run("export", "--session", "s-test1", "--format", "csv", "--out", "/nowhere/file", "--data", data.toString());
        byte[] journal = Files.readAllBytes(data.resolve("journal-000001.vj"));
        journal[400] ^= 1;
        Files.write(data.resolve("journal-000001.vj"), journal);
        run("verify", data.toString());
        run("sessions", "--data", data.toString());
        nothingIsToldOrLeft();
    }

    @Test
    @Tag("F1")
    @EnabledOnOs(OS.LINUX)
    void aConsoleThatCrashesLeavesNoNameBehind() throws Exception {
        try (var pump = Program.simulate("--speed", "100");
                Program record = Program.startIn(
                        world,
                        "record",
                        "--jsonl",
                        "--pump",
                        "bcc",
                        "--port",
                        pump.port(),
                        "--data",
                        data.toString())) {
            told.add(record.commandLine());
            told.add(record.lineWhere(JsonLine::isReading));
            record.crash();
            Program.Ended ended = record.ended();
            told.addAll(ended.out());
            told.addAll(ended.err());
        }
        crashFileIsThere();
        nothingIsToldOrLeft();
    }

    /** The console itself, with the patient on its screen. */
    @Test
    @Tag("F1")
    @EnabledOnOs(OS.LINUX)
    void aScreenThatCrashesLeavesNoNameBehind() throws Exception {
        try (var pump = Program.simulate("--speed", "100")) {
            Files.writeString(
                    data.resolve("vigil.properties"), "pump.model = bcc\npump.port = %s\n".formatted(pump.port()));
            told.addAll(crashed(Program.startIn(world, "--data", data.toString())));
        }
        crashFileIsThere();
        nothingIsToldOrLeft();
    }

    private static List<String> crashed(Program console) throws Exception {
        try (console) {
            List<String> told = new ArrayList<>(List.of(console.commandLine(), console.logged("first live value")));
            console.crash();
            Program.Ended ended = console.ended();
            told.addAll(ended.out());
            told.addAll(ended.err());
            return told;
        }
    }

    private void crashFileIsThere() throws IOException {
        try (Stream<Path> left = Files.list(world)) {
            assertThat(left)
                    .as("the crash file")
                    .anyMatch(file -> file.toString().contains("hs_err"));
        }
    }
}
