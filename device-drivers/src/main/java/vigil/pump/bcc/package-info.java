/**
 * B. Braun BCC (Bedside Communication Controller): Space and compactplus racks, over RS-232 or TCP port 4001.
 *
 * <p>Source: B. Braun Melsungen, <i>Technical Interface Specification BCC</i>, I0022_000030, version 4.0 (2019-03-22),
 * for BCC 3.25, 3.26 and 3.3x. Confidence: official.
 *
 * <pre>
 *  offset       bytes  content
 *  0            1      SOH 01
 *  1            5      length in decimal digits, SOH to EOT, before stuffing
 *  6            1      STX 02
 *  7            0-15   bed id, ASCII 47-57 and 65-122 ("1" in the first ALIVE)
 *  +            5      /1/1&gt;
 *  +            n      request "area:command", or quadruples time,address,parameter,value separated by RS 1E
 *  +            1      ETX 03: last block; ETB 17: more blocks follow an ACK
 *  +            5      sum of all bytes before it, modulo 256, in decimal digits
 *  +            1      EOT 04
 *  single bytes        ACK 06, NAK 15
 *  stuffing            D -&gt; EX, E -&gt; EE, d -&gt; ex, e -&gt; ee over the whole message, after length and sum
 *  line                9600 8N1, no handshake; 19200 to 115200 selectable on the ComDevice
 * </pre>
 *
 * <p>Never sent: anything but {@code ADMIN:ALIVE}, {@code ADMIN:VERSION}, {@code MEM:GET}, {@code MEM:GETSLOT#xy}, ACK
 * and NAK ({@link vigil.pump.bcc.BccQuery}). The protocol has no request that writes; but some values count "since the
 * last request", so Vigil must be the only reader on its line.
 *
 * <p>Gaps: no reply time-out or retry count is specified (ours are in {@link vigil.pump.bcc.BccLink}); no sample of a bit
 * field is printed (read with or without {@code 0x} and {@code h}); the answer to a wrong bed id or to the wrong stuffing
 * is not stated (the link tries both ways of stuffing on ALIVE). Cyclic mode is not asked for; blocks that come unasked
 * are read and acknowledged. See docs/drivers/bcc.md.
 */
@NullMarked
package vigil.pump.bcc;

import org.jspecify.annotations.NullMarked;
