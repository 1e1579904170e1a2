package vigil.engine;

/** Whether what happens is being recorded; shown on every view. */
public sealed interface RecordingState {
    record Recording() implements RecordingState {}

    /** All is written, but it may not last: the disk failed a moment ago or is nearly full. */
    record InDanger(String reason) implements RecordingState {}

    /** The journal refused an entry: cause and advice in one line. The display goes on. */
    record NotRecording(String reason) implements RecordingState {}
}
