package vigil.kinetics;

import java.util.List;

/**
 * A model at one weight: compartments around a central one, into which the drug is given and from which it is cleared.
 * Immutable.
 *
 * @param centralL volume of the central compartment, L
 * @param eliminationPerH k10
 * @param exchanges one for each outer compartment: k12 and k21, k13 and k31
 */
record Rates(double centralL, double eliminationPerH, List<Exchange> exchanges) {
    record Exchange(double outPerH, double backPerH) {}

    Rates {
        exchanges = List.copyOf(exchanges);
    }

    /** The matrix of rate constants, per hour: the change of each amount (row) by each amount (column). */
    double[][] matrix() {
        int size = exchanges.size() + 1;
        double[][] perH = new double[size][size];
        perH[0][0] = -eliminationPerH;
        for (int outer = 1; outer < size; outer++) {
            Exchange exchange = exchanges.get(outer - 1);
            perH[0][0] -= exchange.outPerH();
            perH[0][outer] = exchange.backPerH();
            perH[outer][0] = exchange.outPerH();
            perH[outer][outer] = -exchange.backPerH();
        }
        return perH;
    }
}
