package vigil.ui;

/** A window that is made ready first and opened once there is something to show. Belongs to the JavaFX thread. */
interface OpenableWindow extends FxBridge.Screen {
    void open();
}
