package vigil;

import vigil.engine.EngineState;
import vigil.store.ProjectionMemory;

/** What a bedside had come to at one entry of its journal: engine, and what the session database remembers. Immutable. */
record ResumePoint(EngineState engine, ProjectionMemory database) {}
