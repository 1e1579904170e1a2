package vigil.session;

/** How the drug reaches the patient (R8): route, whether the line serves nothing else, and where it stands. */
public record InfusionLine(Route route, boolean dedicated, String site) {
    public enum Route {
        SUBCUTANEOUS,
        INTRAVENOUS
    }
}
