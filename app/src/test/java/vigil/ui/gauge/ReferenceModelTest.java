package vigil.ui.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.engine.Snapshot;
import vigil.look.Words;
import vigil.regimen.Regimens;
import vigil.session.PlasmaChoice;
import vigil.ui.Samples;
import vigil.ui.parts.Phrases;

class ReferenceModelTest {
    private static Optional<ReferenceModel> model(String id, Locale language) {
        Samples.Builder builder = new Samples.Builder();
        builder.beside = Samples.beside(Optional.of(id), PlasmaChoice.OFF);
        Snapshot snapshot = builder.build();
        return ReferenceModel.of(snapshot, Regimens.shipped(), new Phrases(Words.of(language), snapshot.zone()));
    }

    @Test
    void aBandAboveTheMaximumSaysFromWhereAndThatItIsUnverified() {
        assertThat(model("KAP10", Locale.ENGLISH).orElseThrow().text())
                .isEqualTo("Kapural 2010 0.143–1.429 mg/kg/h, exceeds R12 above 35 mg/h at 70 kg, unverified. "
                        + "Published regimen for reference. Not an order.");
    }

    @Test
    void aBandSaysThatItIsNoOrderInGermanToo() {
        assertThat(model("EIDE95", Locale.GERMAN).orElseThrow().text())
                .isEqualTo("Eide 1995 0,050–0,150 mg/kg/h. Veröffentlichtes Schema zum Vergleich. Keine Verordnung.");
    }

    @Test
    void aRegimenThisReleaseDoesNotKnowIsNotDrawn() {
        assertThat(model("NEW99", Locale.ENGLISH)).isEmpty();
    }
}
