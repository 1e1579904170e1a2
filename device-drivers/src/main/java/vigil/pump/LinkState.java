package vigil.pump;

/**
 * What is known of the way to the pump. Each state says something different to the person who has to mend it (neutral
 * pump model, section 6.3). Only a complete, checksum-valid answer makes a link live: an open port proves nothing.
 */
public sealed interface LinkState {
    /** No port is open and none is being opened. */
    record Closed() implements LinkState {}

    /** The port is being opened, or opened again after {@code reason}. */
    record Connecting(String reason) implements LinkState {}

    /** The port could not be opened or has gone: cause and advice in one line. */
    record Unreachable(String reason) implements LinkState {}

    /** The port is open but nothing arrives. */
    record Silent() implements LinkState {}

    /** Bytes arrive but no valid frame: usually wrong line settings or the wrong protocol. */
    record Garbled() implements LinkState {}

    /** Valid frames arrive but the device refuses the data, in its own words. */
    record Refused(String reason) implements LinkState {}

    /** Valid data arrive. */
    record Live() implements LinkState {}

    /** True while values may be shown as current (their age still decides). */
    default boolean isLive() {
        return this instanceof Live;
    }
}
