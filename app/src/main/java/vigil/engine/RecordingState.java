package vigil.engine;

/** Whether what happens is being recorded; shown on every view. */
public sealed interface RecordingState {
    record Recording() implements RecordingState {}

    /** The journal refused an entry: cause and advice in one line. The display goes on. */
    record NotRecording(String reason) implements RecordingState {}
}
