package vigil.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code pk_oracle.json}, to the larger of 0.1 % and 0.02 ng/mL (pharmacokinetics, section 4). */
class OracleTest {
    private static final JsonNode ORACLE = oracle();
    private static final double NG_PER_ML = 1000;
    /** 0.1 mg/kg/h at 70 kg. */
    private static final double MG_PER_H = 7;

    private static final List<Run> SCENARIO_A = List.of(new Run(48, MG_PER_H), new Run(100, 0));
    private static final List<Run> SCENARIO_B =
            List.of(new Run(48, 7), new Run(52, 5.25), new Run(56, 3.5), new Run(60, 1.75), new Run(100, 0));
    private static final List<Run> SCENARIO_C =
            List.of(new Run(24, 14), new Run(25, 0), new Run(48, 14), new Run(100, 0));

    /** A constant rate up to an hour. */
    private record Run(double toH, double mgPerH) {}

    /** One value of the tables. */
    record Row(String scenario, String model, double atH, double ngPerMl) {}

    private static JsonNode oracle() {
        try (InputStream in = OracleTest.class.getResourceAsStream("pk_oracle.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Row> modelRows() {
        return Stream.of("A", "B", "C")
                .flatMap(scenario -> ORACLE.get(scenario)
                        .propertyStream()
                        .flatMap(model -> model.getValue()
                                .propertyStream()
                                .map(row -> new Row(
                                        scenario,
                                        model.getKey(),
                                        hours(row.getKey()),
                                        row.getValue().asDouble()))));
    }

    /** The key {@code 48.083333} stands for 48 h and 5 min. */
    private static double hours(String key) {
        return Math.round(Double.parseDouble(key) * 3600) / 3600.0;
    }

    private static PopulationModel model(String key) {
        return PopulationModels.all().stream()
                .filter(model -> model.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Run> scenario(String name) {
        return switch (name) {
            case "A" -> SCENARIO_A;
            case "B" -> SCENARIO_B;
            default -> SCENARIO_C;
        };
    }

    /** Amounts at an hour, one exact step a stretch. */
    private static double[] amounts(double[][] matrix, int inlet, List<Run> runs, double atH) {
        double[] amounts = new double[matrix.length];
        double from = 0;
        for (Run run : runs) {
            double to = Math.min(run.toH(), atH);
            if (to > from) {
                amounts = Propagator.over(matrix, inlet, to - from).after(amounts, run.mgPerH());
                from = to;
            }
        }
        return amounts;
    }

    private static double level(String key, double weightKg, List<Run> runs, double atH) {
        Rates rates = model(key).at(weightKg);
        return amounts(rates.matrix(), 0, runs, atH)[0] / rates.centralL() * NG_PER_ML;
    }

    private static void assertSame(double level, double oracle) {
        assertThat(level).isCloseTo(oracle, within(Math.max(oracle * 0.001, 0.02)));
    }

    @ParameterizedTest
    @MethodSource("modelRows")
    void everyModelGivesTheLevelsOfTheTables(Row row) {
        assertSame(level(row.model(), 70, scenario(row.scenario()), row.atH()), row.ngPerMl());
    }

    @Test
    void theTablesCoverEveryModelAndAreNotReadInPart() {
        assertThat(modelRows()
                        .filter(row -> row.scenario().equals("A"))
                        .map(Row::model)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(PopulationModels.all().stream()
                        .map(PopulationModel::key)
                        .toList());
        assertThat(modelRows()).hasSizeGreaterThan(190);
    }

    @ParameterizedTest
    @MethodSource("modelRows")
    void theBandsEdgesAreTheLowestAndTheHighestOfTheThree(Row row) {
        PlasmaCourse course =
                PlasmaCourse.begin(PopulationModels.ofBand()).upTo(stretches(scenario(row.scenario()), row.atH()));
        PlasmaCourse.Point point = course.newest().orElseThrow();
        List<Double> three = Stream.of("kamp2020", "domino", "clements250")
                .map(key -> ORACLE.get(row.scenario()).get(key))
                .map(model -> model.propertyStream()
                        .filter(each -> hours(each.getKey()) == row.atH())
                        .findFirst()
                        .orElseThrow()
                        .getValue()
                        .asDouble())
                .toList();

        assertSame(point.lowest(), three.stream().mapToDouble(it -> it).min().orElseThrow());
        assertSame(point.highest(), three.stream().mapToDouble(it -> it).max().orElseThrow());
    }

    private static List<Stretch> stretches(List<Run> runs, double atH) {
        return IntStream.range(0, runs.size())
                .mapToObj(i -> new Stretch(
                        i == 0 ? 0 : runs.get(i - 1).toH(),
                        Math.min(runs.get(i).toH(), atH),
                        runs.get(i).mgPerH(),
                        70,
                        false))
                .filter(stretch -> stretch.fromH() < stretch.toH())
                .toList();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = {50, 70, 100})
    void weightIsScaledAsTheModelSays(int kg) {
        List<Run> runs = List.of(new Run(48, 0.1 * kg), new Run(100, 0));
        for (int i = 0; i < 2; i++) {
            double at = ORACLE.get("meta").get("W_t").get(i).asDouble();
            double expected = ORACLE.get("W").get(Integer.toString(kg)).get(i).asDouble();
            assertSame(level("kamp2020", kg, runs, at), expected);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(ints = {10, 20, 40, 60})
    void absorptionFromUnderTheSkinDelaysRiseAndFall(int halfLifeMin) {
        JsonNode times = ORACLE.get("meta").get("D_sc_t");
        JsonNode levels = ORACLE.get("D_sc").get("thalf_abs_" + halfLifeMin + "min");
        Rates kamp = model("kamp2020").at(70);
        double[][] withDepot = withDepot(kamp.matrix(), Math.log(2) / halfLifeMin * 60);
        for (int i = 0; i < times.size(); i++) {
            double[] amounts = amounts(withDepot, 3, SCENARIO_A, times.get(i).asDouble());
            assertSame(amounts[0] / kamp.centralL() * NG_PER_ML, levels.get(i).asDouble());
        }
    }

    private static double[][] withDepot(double[][] central, double absorptionPerH) {
        double[][] matrix = larger(central, 1);
        int depot = central.length;
        matrix[depot][depot] = -absorptionPerH;
        matrix[0][depot] = absorptionPerH;
        return matrix;
    }

    private static double[][] larger(double[][] matrix, int by) {
        double[][] larger = new double[matrix.length + by][];
        for (int row = 0; row < larger.length; row++) {
            larger[row] = row < matrix.length ? Arrays.copyOf(matrix[row], larger.length) : new double[larger.length];
        }
        return larger;
    }

    @Test
    void whatIsClearedOfOttosModelFormsNorketamine() {
        JsonNode table = ORACLE.get("A_otto_full");
        JsonNode norketamine = ORACLE.get("meta").get("models").get("otto_s").get("norketamine");
        double volume = norketamine.get("V_L").asDouble();
        double flow = norketamine.get("Q_L_h").asDouble();
        Rates formed = new Rates(
                volume,
                norketamine.get("CL_L_h").asDouble() / volume,
                List.of(new Rates.Exchange(
                        flow / volume, flow / norketamine.get("Vp_L").asDouble())));
        Rates parent = model("otto_s").at(70);
        double[][] matrix = larger(parent.matrix(), 2);
        for (int row = 0; row < 2; row++) {
            System.arraycopy(formed.matrix()[row], 0, matrix[3 + row], 3, 2);
        }
        matrix[3][0] = parent.eliminationPerH();

        for (int i = 0; i < table.get("t").size(); i++) {
            double[] amounts =
                    amounts(matrix, 0, SCENARIO_A, table.get("t").get(i).asDouble());
            assertSame(
                    amounts[0] / parent.centralL() * NG_PER_ML,
                    table.get("K").get(i).asDouble());
            assertSame(amounts[3] / volume * NG_PER_ML, table.get("NK").get(i).asDouble());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void fiveTimesTheDoseGivesFiveTimesTheLevel(PopulationModel model) {
        double once = level(model.key(), 70, List.of(new Run(48, 7)), 48);
        assertThat(level(model.key(), 70, List.of(new Run(48, 35)), 48)).isCloseTo(5 * once, within(1e-9 * once));
    }

    static Stream<PopulationModel> models() {
        return PopulationModels.all().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSteadyLevelIsDoseOverClearance(PopulationModel model) {
        Rates rates = model.at(70);
        double clearance = rates.centralL() * rates.eliminationPerH();
        assertThat(level(model.key(), 70, List.of(new Run(2000, 7)), 2000))
                .isCloseTo(7 / clearance * NG_PER_ML, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("models")
    void oneStepOfFourHoursEqualsTwoHundredAndFortyOfAMinute(PopulationModel model) {
        double[][] matrix = model.at(70).matrix();
        double[] whole = Propagator.over(matrix, 0, 4).after(new double[matrix.length], 7);
        double[] split = new double[matrix.length];
        Propagator minute = Propagator.over(matrix, 0, 1 / 60.0);
        for (int i = 0; i < 240; i++) {
            split = minute.after(split, 7);
        }
        for (int i = 0; i < whole.length; i++) {
            assertThat(split[i]).isCloseTo(whole[i], within(1e-9 * whole[i]));
        }
    }

    /** The amount cleared is found by quadrature of its rate, which knows nothing of the exponential's own balance. */
    @ParameterizedTest
    @MethodSource("models")
    void whatWasInfusedIsInTheBodyOrCleared(PopulationModel model) {
        double[][] matrix = model.at(70).matrix();
        double k10 = model.at(70).eliminationPerH();
        double h = 1 / 240.0;
        double[] nodes = {-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640};
        double[] weights = {0.2369268850561891, 0.4786286704993665, 128.0 / 225, 0.4786286704993665, 0.2369268850561891
        };
        Propagator step = Propagator.over(matrix, 0, h);
        Propagator[] within = Arrays.stream(nodes)
                .mapToObj(node -> Propagator.over(matrix, 0, h * (1 + node) / 2))
                .toArray(Propagator[]::new);
        double[] amounts = new double[matrix.length];
        double cleared = 0;
        for (int i = 0; i < 240 * 6; i++) {
            for (int node = 0; node < nodes.length; node++) {
                cleared += weights[node] * h / 2 * k10 * within[node].after(amounts, 7)[0];
            }
            amounts = step.after(amounts, 7);
        }
        assertThat(cleared + Arrays.stream(amounts).sum()).isCloseTo(42, within(42e-9));
    }
}
