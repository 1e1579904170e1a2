package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No record goes to a server that has not proven its name, and no secret into a line. */
class WardAddressTest {
    private static final String WARD = "jdbc:postgresql://ward/vigil?user=b&password=secret";

    @Test
    @Tag("G4")
    void bothSidesHaveToProveWhoTheyAre() {
        refused("jdbc:mysql://ward/vigil", "is not a JDBC URL of PostgreSQL");
        refused(WARD + "&sslmode=require", "needs sslmode=verify-full");
        refused(WARD + "&sslmode=verify-full", "names no sslrootcert file");
        refused(
                WARD + "&sslmode=verify-full&sslrootcert=/nowhere/ca.crt",
                "sslrootcert /nowhere/ca.crt of the ward's address cannot be read");
    }

    private static void refused(String url, String why) {
        assertThatThrownBy(() -> WardAddress.parse(url).proven())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsSaidOfItNamesHostAndDatabaseOnly() {
        assertThat(WardAddress.parse(WARD)).hasToString("ward:5432/vigil");
    }
}
