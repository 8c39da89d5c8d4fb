import type { MonoPicture } from './mono-picture.ts'

export type TsplOptions = {
  readonly widthMm: number
  readonly heightMm: number
  readonly gapMm: number
  /** TSPL DENSITY, 0 (light) to 15 (dark). */
  readonly darkness: number
  readonly speedInchesPerSecond: number
}

/**
 * One label as TSPL: page set-up, one BITMAP, PRINT. In BITMAP a 0 bit burns and a 1 bit stays blank, the padding at the
 * end of each row too. The job ends with an empty line, whose loss does no harm (see device-transport.ts).
 */
export const encodeTspl = (picture: MonoPicture, options: TsplOptions): Uint8Array => {
  const head = [
    `SIZE ${String(options.widthMm)} mm,${String(options.heightMm)} mm`,
    `GAP ${String(options.gapMm)} mm,0 mm`,
    `DENSITY ${String(options.darkness)}`,
    `SPEED ${String(options.speedInchesPerSecond)}`,
    'DIRECTION 0,0',
    'REFERENCE 0,0',
    'CLS',
    `BITMAP 0,0,${String(picture.bytesPerRow)},${String(picture.heightDots)},0,`,
  ].join('\r\n')
  return Buffer.concat([
    Buffer.from(head, 'latin1'),
    picture.bits.map((byte) => byte ^ 0xff),
    Buffer.from('\r\nPRINT 1,1\r\n\r\n', 'latin1'),
  ])
}
