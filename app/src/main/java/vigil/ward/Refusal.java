package vigil.ward;

import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import vigil.ward.WardException.Kind;

/** What a failure of the database means, in one line for a person. */
final class Refusal {
    private Refusal() {}

    static WardException of(WardAddress address, SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        Optional<Throwable> tls = causes(e)
                .filter(it -> it instanceof SSLException || it instanceof CertificateException)
                .reduce((first, last) -> last);
        if (tls.isPresent()) {
            return line(
                    Kind.REFUSED,
                    "ward %s: the certificates are not accepted: %s; check both and the clocks",
                    address,
                    tls.get(),
                    e);
        }
        return switch (state) {
            case "28000", "28P01" -> line(Kind.REFUSED, "ward %s does not let this certificate in: %s", address, e, e);
            case "3D000" -> line(Kind.FOREIGN, "ward %s: there is no such database: %s", address, e, e);
            case "VW001" -> line(Kind.REFUSED, "ward %s: %s; run 'vigil ward init --room' there", address, e, e);
            case "VW002", "VW003", "23505" ->
                line(Kind.FOREIGN, "ward %s holds another record of this room: %s; nothing was changed", address, e, e);
            case "3F000", "42883", "42P01" ->
                line(Kind.FOREIGN, "ward %s has no schema of Vigil; run 'vigil ward init' (%s)", address, e, e);
            case "42501" -> line(Kind.REFUSED, "ward %s: this certificate has no right to do that: %s", address, e, e);
            case "53100" -> line(Kind.UNABLE, "ward %s: its disk is full: %s", address, e, e);
            default -> other(address, state, e);
        };
    }

    private static WardException other(WardAddress address, String state, SQLException e) {
        boolean unable =
                state.startsWith("53") || state.startsWith("57") || state.startsWith("25") || state.startsWith("58");
        boolean line = state.startsWith("08") || state.isEmpty();
        return line
                ? line(Kind.UNREACHABLE, "ward %s does not answer: %s", address, e, e)
                : line(unable ? Kind.UNABLE : Kind.FOREIGN, "ward %s cannot do that now: %s", address, e, e);
    }

    private static WardException line(Kind kind, String words, WardAddress address, Throwable why, SQLException e) {
        String reason =
                String.valueOf(why.getMessage()).lines().findFirst().orElse("").strip();
        return new WardException(kind, words.formatted(address, reason), e);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, it -> it != null, Throwable::getCause).limit(10);
    }
}
