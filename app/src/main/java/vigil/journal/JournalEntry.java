package vigil.journal;

import vigil.session.Event;

/** One recorded event with its place in the journal: sequence number from 1 and the chain hash up to and including it. */
public record JournalEntry(long sequence, String chainHash, Event event) {}
