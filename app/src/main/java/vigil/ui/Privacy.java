package vigil.ui;

/** Whether name and MRN can be read from the corridor. Values are never hidden. */
enum Privacy {
    SHOWN,
    HIDDEN;

    Privacy other() {
        return this == SHOWN ? HIDDEN : SHOWN;
    }
}
