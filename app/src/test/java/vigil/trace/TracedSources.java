package vigil.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program's own sources, by class name, to find where a rule is named. */
record TracedSources(TreeMap<String, String> textByClass) {
    static TracedSources under(Path folder) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(it -> it.toString().endsWith(".java")).forEach(files::add);
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('/', '.').replaceAll("\\.java$", "");
            texts.put(name.replaceAll("^vigil\\.", ""), Files.readString(file));
        }
        return new TracedSources(texts);
    }

    /** The source of a class, by its name below {@code vigil}. */
    String text(String name) {
        return textByClass.getOrDefault(name, "");
    }

    /** Classes whose comments name the rule ({@code R7}) or whose code does ({@code Rule.R07}). */
    List<String> naming(String label) {
        Pattern named = Pattern.compile("(?<!FHIR )\\b(R|Rule\\.R0?)%s\\b".formatted(label.substring(1)));
        return textByClass.entrySet().stream()
                .filter(it -> named.matcher(it.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
