package vigil.session;

import vigil.pump.Concentration;

/** The drug in the syringe: name, concentration, and how it was made up ("200 mg in 50 mL sodium chloride 0.9 %"). */
public record Solution(String drug, Concentration concentration, String preparation) {}
