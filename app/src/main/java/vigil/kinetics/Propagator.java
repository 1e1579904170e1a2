package vigil.kinetics;

/**
 * The exact step of a linear compartment model over one length of time at a constant rate of input: amounts after =
 * transition × amounts before + response × rate. Both come from one exponential of the matrix of rate constants with the
 * input as an extra column, so nothing is integrated in steps. Immutable.
 */
final class Propagator {
    /** Terms of the power series; with the norm below {@link #SMALL} the rest is far under the last bit. */
    private static final int TERMS = 16;

    private static final double SMALL = 0.25;

    private final double[][] exponential;
    private final int size;

    private Propagator(double[][] exponential) {
        this.exponential = exponential;
        this.size = exponential.length - 1;
    }

    /**
     * The step over {@code hours}.
     *
     * @param perH rate constants: the change of each amount (row) by each amount (column), per hour
     * @param inlet the compartment that the drug is given into
     */
    static Propagator over(double[][] perH, int inlet, double hours) {
        int size = perH.length;
        double[][] scaled = new double[size + 1][size + 1];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                scaled[row][column] = perH[row][column] * hours;
            }
        }
        scaled[inlet][size] = hours;
        return new Propagator(exponential(scaled));
    }

    /** Amounts (mg) after the step, from those before it and the rate of input (mg/h). */
    double[] after(double[] amounts, double mgPerH) {
        double[] next = new double[size];
        for (int row = 0; row < size; row++) {
            double sum = exponential[row][size] * mgPerH;
            for (int column = 0; column < size; column++) {
                sum += exponential[row][column] * amounts[column];
            }
            next[row] = sum;
        }
        return next;
    }

    /** Power series of a matrix made small by halving, then squared as often as it was halved. */
    private static double[][] exponential(double[][] matrix) {
        int halvings = Math.max(0, Math.getExponent(norm(matrix) / SMALL) + 1);
        double[][] result = series(times(matrix, Math.scalb(1.0, -halvings)));
        for (int i = 0; i < halvings; i++) {
            result = product(result, result);
        }
        return result;
    }

    private static double[][] series(double[][] small) {
        double[][] result = identity(small.length);
        for (int term = TERMS; term > 0; term--) {
            result = product(times(small, 1.0 / term), result);
            for (int i = 0; i < small.length; i++) {
                result[i][i] += 1;
            }
        }
        return result;
    }

    private static double norm(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            double sum = 0;
            for (double value : row) {
                sum += Math.abs(value);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static double[][] identity(int size) {
        double[][] one = new double[size][size];
        for (int i = 0; i < size; i++) {
            one[i][i] = 1;
        }
        return one;
    }

    private static double[][] times(double[][] matrix, double factor) {
        double[][] scaled = new double[matrix.length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                scaled[row][column] = matrix[row][column] * factor;
            }
        }
        return scaled;
    }

    private static double[][] product(double[][] left, double[][] right) {
        int size = left.length;
        double[][] product = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int inner = 0; inner < size; inner++) {
                double factor = left[row][inner];
                for (int column = 0; column < size; column++) {
                    product[row][column] += factor * right[inner][column];
                }
            }
        }
        return product;
    }
}
