package vigil.session;

/** Emergency criteria that a person sees and no figure shows (clinical rules, section 9). */
public enum Concern {
    AIRWAY,
    ARREST,
    SEIZURE,
    CLINICIAN
}
