/**
 * Alaris / Asena syringe pumps (GH, CC, TIVA, GS and the later Alaris GH and CC Guardrails) over RS-232.
 *
 * <p>Sources: the Alaris CC Directions for Use 1000DF00329 issue 4, page 32 (line settings, 15 s rule), and public code
 * that speaks to these pumps (OpenICE {@code Asena}, MDDT {@code AlarisMITM}, infupy {@code alaris}). The maker's own
 * document, 1000PB01088, is not public. Confidence: implementation; alarm meanings are inferred from the mnemonics.
 *
 * <pre>
 *  offset       bytes  content
 *  0            1      ! 21
 *  1            n      command, then fields each after ^ 5E; blanks inside a field count
 *  1+n          1      | 7C
 *  2+n          4      CRC-16/CCITT-FALSE over the n bytes (1021, init FFFF), upper-case hexadecimal
 *  6+n          1      CR 0D
 *  single byte         ESC 1B from the pump: the answer under way is broken off
 *  line                38400 8N1, no flow control, point to point
 *
 *  INF field    content
 *  1            serial number
 *  2            - no alarm; A an alarm, whose code ALARM tells
 *  3            mode: SET and HLD are the only values seen
 *  4, 5         rate, ml/h
 *  6            empty in every capture
 *  7, 8         volume infused, ml
 *  9, 10        pressure, mmHg; may be negative
 *  11           time left HH:MM:SS, or 24+
 *  12, 13       kind and number of the newest log entry
 * </pre>
 *
 * <p>Never sent: anything but the ten frames of {@link vigil.pump.alaris.AlarisQuery}, of which none has a field. A verb
 * with fields is a setting at this pump, so no {@code ^} ever leaves Vigil; nor do {@code REMOTE_CTRL}, {@code
 * REMOTE_CFG}, {@code REMQUERY}, {@code INF_START}, {@code INF_STOP}, {@code INF_BOLUS}, {@code INF_VI_CLEAR}.
 *
 * <p>Gaps: whether a pump answers {@code INF} while remote communication is switched off in its settings (if it does not,
 * the link is refused, never "no infusion"); every value of the mode field, so running is unknown; the formats of the
 * answers to {@code INF_VI} and {@code INF_VTBI}; the text fields of {@code ALARM}; whether it ever speaks unasked. See
 * docs/drivers/alaris.md.
 */
@NullMarked
package vigil.pump.alaris;

import org.jspecify.annotations.NullMarked;
