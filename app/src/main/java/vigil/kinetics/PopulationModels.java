package vigil.kinetics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import vigil.kinetics.PopulationModel.Constants;
import vigil.kinetics.PopulationModel.Disposition;
import vigil.kinetics.PopulationModel.Flows;
import vigil.kinetics.PopulationModel.PerMinute;
import vigil.kinetics.PopulationModel.Peripheral;
import vigil.kinetics.PopulationModel.Scaling;

/** The models that ship with Vigil, from {@code models.json}, where every one has its source. Thread-safe. */
public final class PopulationModels {
    private static final String FILE = "models.json";

    private PopulationModels() {}

    /** All of them. */
    public static List<PopulationModel> all() {
        try (InputStream in = PopulationModels.class.getResourceAsStream(FILE)) {
            JsonNode models = new ObjectMapper().readTree(Objects.requireNonNull(in, FILE));
            return models.get("models")
                    .valueStream()
                    .map(PopulationModels::model)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read from the program's own files", e);
        }
    }

    /** Those the band is drawn over: Kamp, Domino, Clements (K2). */
    public static List<PopulationModel> ofBand() {
        return all().stream().filter(PopulationModel::inBand).toList();
    }

    private static PopulationModel model(JsonNode model) {
        return new PopulationModel(
                model.get("key").asText(),
                model.get("name").asText(),
                model.get("drug").asText(),
                model.get("band").asBoolean(),
                disposition(model),
                model.get("source").asText());
    }

    private static Disposition disposition(JsonNode model) {
        return model.has("k10_per_min") ? constants(model) : flows(model);
    }

    private static Flows flows(JsonNode model) {
        return new Flows(
                number(model, "clearance_l_per_h"),
                number(model, "volume_l"),
                model.get("peripheral")
                        .valueStream()
                        .map(outer -> new Peripheral(number(outer, "volume_l"), number(outer, "flow_l_per_h")))
                        .toList(),
                Scaling.valueOf(model.get("scaling").asText()));
    }

    private static Constants constants(JsonNode model) {
        return new Constants(
                number(model, "volume_l_per_kg"),
                number(model, "k10_per_min"),
                model.get("exchange")
                        .valueStream()
                        .map(outer -> new PerMinute(number(outer, "out_per_min"), number(outer, "back_per_min")))
                        .toList());
    }

    private static double number(JsonNode node, String name) {
        return Objects.requireNonNull(node.get(name), name).asDouble();
    }
}
