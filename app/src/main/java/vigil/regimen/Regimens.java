package vigil.regimen;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vigil.regimen.Regimen.Basis;
import vigil.regimen.Regimen.Cap;
import vigil.regimen.Regimen.Kind;
import vigil.regimen.Regimen.Mark;
import vigil.regimen.Regimen.Rates;

/** The published regimens that ship with Vigil, from {@code presets.json}, where each has its source. Immutable. */
public final class Regimens {
    private static final String FILE = "presets.json";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    /** For example {@code 25 if W>50 else 15}. */
    private static final Pattern CAP_RULE = Pattern.compile("(\\d+) if W>(\\d+) else (\\d+)");

    private final List<Regimen> all;

    private Regimens(List<Regimen> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the file; it never changes while the program runs. */
    public static Regimens shipped() {
        try (InputStream in = Regimens.class.getResourceAsStream(FILE)) {
            JsonNode file = JSON.readTree(Objects.requireNonNull(in, FILE));
            Stream<Regimen> presets = file.get("presets").valueStream().map(Regimens::preset);
            Stream<Regimen> outcomes = file.get("appendix2_bands")
                    .valueStream()
                    .filter(band -> band.has("id"))
                    .map(Regimens::outcome);
            return new Regimens(Stream.concat(presets, outcomes).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read from the program's own files", e);
        }
    }

    /** In the order of the file: limits of the rules, studies, protocols, then the outcomes of Appendix 2. */
    public List<Regimen> all() {
        return all;
    }

    /** The regimen of an id; empty for one this release does not know. */
    public Optional<Regimen> find(String id) {
        return all.stream().filter(regimen -> regimen.id().equals(id)).findFirst();
    }

    private static Regimen preset(JsonNode preset) {
        return new Regimen(
                preset.get("id").asText(),
                kind(preset.get("kind").asText()),
                preset.get("drug").asText(),
                preset.get("route").valueStream().map(JsonNode::asText).toList(),
                rates(preset),
                marks(preset),
                preset.get("source").asText());
    }

    private static Regimen outcome(JsonNode band) {
        return new Regimen(
                band.get("id").asText(),
                Kind.APPENDIX,
                "racemic",
                List.of(),
                range(Basis.MG_PER_KG_PER_H, band.get("range"), Optional.empty()),
                marks(band),
                "FPM ANZCA 2016, Appendix 2");
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "rule" -> Kind.RULE;
            case "reference" -> Kind.STUDY;
            case "local-protocol" -> Kind.LOCAL_PROTOCOL;
            default -> throw new IllegalArgumentException("a preset of kind " + word);
        };
    }

    private static Rates rates(JsonNode preset) {
        if (preset.has("mgkgh")) {
            return range(Basis.MG_PER_KG_PER_H, preset.get("mgkgh"), cap(preset));
        }
        if (preset.has("mgh")) {
            return range(Basis.MG_PER_H, preset.get("mgh"), cap(preset));
        }
        JsonNode mean = preset.get("mgh_per70");
        BigDecimal spread = preset.get("sd").decimalValue();
        return new Rates(
                Basis.MG_PER_H_PER_70_KG,
                Optional.of(mean.get(0).decimalValue().subtract(spread)),
                mean.get(1).decimalValue().add(spread),
                cap(preset));
    }

    private static Rates range(Basis basis, JsonNode ends, Optional<Cap> cap) {
        Optional<BigDecimal> lowest = ends.get(0).isNull()
                ? Optional.empty()
                : Optional.of(ends.get(0).decimalValue());
        return new Rates(basis, lowest, ends.get(1).decimalValue(), cap);
    }

    private static Optional<Cap> cap(JsonNode preset) {
        if (preset.has("cap_mgh")) {
            return Optional.of(Cap.always(preset.get("cap_mgh").decimalValue()));
        }
        return Optional.ofNullable(preset.get("cap_rule"))
                .map(JsonNode::asText)
                .map(CAP_RULE::matcher)
                .filter(Matcher::matches)
                .map(rule -> new Cap(decimal(rule, 1), decimal(rule, 2), decimal(rule, 3)));
    }

    private static BigDecimal decimal(Matcher rule, int group) {
        return new BigDecimal(rule.group(group));
    }

    private static List<Mark> marks(JsonNode preset) {
        List<String> flags = preset.has("flags")
                ? preset.get("flags").valueStream().map(JsonNode::asText).toList()
                : List.of();
        List<Mark> marks = new ArrayList<>();
        mark(marks, flags.contains("not-racemic"), Mark.NOT_RACEMIC);
        mark(marks, flags.contains("titrated"), Mark.TITRATED);
        mark(marks, preset.path("route").toString().contains("UNRESOLVED"), Mark.ROUTE_UNRESOLVED);
        mark(marks, preset.has("unverified"), Mark.UNVERIFIED);
        return marks;
    }

    private static void mark(List<Mark> marks, boolean applies, Mark mark) {
        if (applies) {
            marks.add(mark);
        }
    }
}
