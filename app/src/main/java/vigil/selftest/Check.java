package vigil.selftest;

/** Looks at one part of the machine. May take long or hang with a broken device: its caller waits only so long. */
@FunctionalInterface
public interface Check {
    /**
     * Looks, and says what it has found.
     *
     * @throws Exception what stopped the looking; its message says why the part cannot be used
     */
    Finding look() throws Exception;
}
