package vigil.kinetics;

/** One model on its way through a course: the amounts in its compartments, the central one first. Immutable. */
final class Track {
    /** mg/L in ng/mL. */
    private static final double NG_PER_ML = 1000;

    private final PopulationModel model;
    private final double[] amountsMg;

    Track(PopulationModel model, double[] amountsMg) {
        this.model = model;
        this.amountsMg = amountsMg.clone();
    }

    static Track empty(PopulationModel model) {
        return new Track(model, new double[model.at(1).exchanges().size() + 1]);
    }

    /** The exact step of this model over {@code hours} in a person of this weight. */
    Propagator step(double weightKg, double hours) {
        return Propagator.over(model.at(weightKg).matrix(), 0, hours);
    }

    Track after(Propagator step, double mgPerH) {
        return new Track(model, step.after(amountsMg, mgPerH));
    }

    /** Concentration in the central compartment of a person of this weight. */
    double ngPerMl(double weightKg) {
        return amountsMg[0] / model.at(weightKg).centralL() * NG_PER_ML;
    }
}
