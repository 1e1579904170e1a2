package vigil.session;

/** Why the pump is not delivering although the course goes on. Stopped is not ceased (ruling A2). */
public enum StopReason {
    SYRINGE_CHANGE,
    SIDE_EFFECT_PAUSE,
    SITE_CHANGE,
    OTHER
}
