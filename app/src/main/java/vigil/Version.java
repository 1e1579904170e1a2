package vigil;

/** The version of this program, as it stands in the parent POM; a test holds the two together. */
public final class Version {
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
