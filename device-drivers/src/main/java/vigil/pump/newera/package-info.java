/**
 * New Era NE-1000 family of syringe pumps, also sold as WPI Aladdin and Landgraf LA, in Basic mode. <b>Bench only: a
 * laboratory pump, not for patients.</b>
 *
 * <p>Source: New Era Pump Systems user manuals (NE-1000 #1200-01 of 08/01/14; NE-500, NE-1600, NE-4000), chapter 10.
 * Confidence: official.
 *
 * <pre>
 *  Basic mode, Vigil to pump
 *  0            1-2    address 0-99 in decimal
 *  +            0-3    query: nothing, or VER DIA RAT VOL DIR DIS PHN SAF
 *  +            1      CR 0D
 *
 *  Basic mode, pump to Vigil (only ever in answer)
 *  0            1      STX 02
 *  1            2      address, two decimal digits
 *  3            1      I infusing, W withdrawing, S stopped, P paused, T pause phase, U waiting for a trigger,
 *                      X purging, A alarm
 *  4            n      data; ?X after A names the alarm; ? and a word is an error
 *  4+n          1      ETX 03
 *
 *  Safe mode, both ways; heard, never said
 *  0            1      STX 02
 *  1            1      length: the bytes after STX, itself included
 *  2            n      payload, as in Basic mode
 *  2+n          2      CRC-16/XMODEM over the payload, raw, high byte first; may equal 02, 03 or 0D
 *  4+n          1      ETX 03
 *
 *  line                19200 8N1; 300 to 19200 selectable
 * </pre>
 *
 * <p>Basic mode has no check of any kind. Every value is therefore asked for until two answers in a row agree ({@link
 * vigil.pump.newera.NewEraStep}).
 *
 * <p>Never sent: anything with a parameter, {@code RUN}, {@code STP}, {@code PUR}, {@code CLD}, {@code SAF} with a number,
 * and any Safe packet. In Safe mode the pump stops when packets cease, and after power-up a monitor's first valid packet
 * arms that; so a pump heard in Safe mode is refused and not asked anything more.
 *
 * <p>Reading an alarm clears it at the pump; the link keeps it until the pump is seen to run again. Vigil must be the
 * only reader.
 *
 * <p>Gaps: what a pump in Safe mode makes of a Basic question; how long an answer may take; the pump has no serial
 * number. See docs/drivers/newera.md.
 */
@NullMarked
package vigil.pump.newera;

import org.jspecify.annotations.NullMarked;
