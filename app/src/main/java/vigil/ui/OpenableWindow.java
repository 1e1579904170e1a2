package vigil.ui;

/** A window that is made ready first and then opened. Belongs to the JavaFX thread. */
interface OpenableWindow extends FxBridge.Screen {
    void open();
}
