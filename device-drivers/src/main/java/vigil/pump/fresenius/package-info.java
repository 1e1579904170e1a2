/**
 * Fresenius "Base" protocol: Orchestra Base Primea and Base A racks, their DPS modules, and single pumps of that family.
 *
 * <p>Source: no document of the manufacturer is public. Read from two programs by one author, infupy
 * ({@code infupy/backends/fresenius.py}) and hsmedstream ({@code haskell/src/FresStream.hs}), who states that line
 * settings and error table come from Fresenius documentation. Confidence: implementation, partial. Rate and volume infused
 * are solid; alarm, error and mode values are decoded nowhere.
 *
 * <pre>
 *  offset  bytes  content
 *  0       1      STX 02
 *  1       0-1    address, one digit: 0 base, 1-6 module; none for a single pump
 *  +       1-2    verb of a request (DC FC LE LF LP LN DE), or status of an answer:
 *                 C accepted, I refused, E spontaneous value, M spontaneous setting
 *  +       n      ; and data, printable characters 20-7E, the whole body 80 at most;
 *                 values as letter and hexadecimal digits, several separated by ;
 *  +       2      FF minus the sum of the body modulo 256, two upper-case hexadecimal digits, zero padded
 *  +       1      ETX 03
 *
 *  single bytes   ACK 06 confirms a good frame, in both directions
 *                 NAK 15 and one character: 1 character, 2 checksum, 4 address, 5 no ACK came, 6 not ready,
 *                                           7 length, 8 control code
 *                 ENQ 05 from the device again and again, also inside a frame; the host answers DC4 14
 *  values         d flow rate 0.1 mL/h; r volume infused 0.001 mL; a alarm, e error, m mode: not decoded;
 *                 b modules present (bit 0 is slot 1)
 *  line           19200 7E1, no handshake; a byte above 7F is a line error
 * </pre>
 *
 * <p>Never sent: MO RZ OF SI EP AP EN PR PO PB PF PV RV PP PS, which command the module. What is sent is closed in
 * {@link vigil.pump.fresenius.FreseniusQuery}: DC, FC, LE, LF;b, LP, LN, DE, the answers E and M, ACK, NAK 2 and DC4.
 * LM, AE, DM and AM only read as well, but are not needed and therefore not sent either.
 *
 * <p>Gaps: meaning of {@code a}, {@code e}, {@code m} (shown raw, delivery status unknown); unit of bolus rate and volume
 * (not asked for); width of the hexadecimal fields (any is read); form of the answers to LF, LP and LN (text taken as it
 * stands; LN is an identifier that can be set, hardly a factory serial number); whether ACK precedes the answer (any order
 * is taken); whether several variables may be read at once (asked singly if not); the connector. See
 * docs/drivers/fresenius.md.
 */
@NullMarked
package vigil.pump.fresenius;

import org.jspecify.annotations.NullMarked;
