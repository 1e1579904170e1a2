/**
 * What leaves the console: the observation record and handover sheet as PDF, CSV and FHIR R4.
 */
@NullMarked
package vigil.export;

import org.jspecify.annotations.NullMarked;
