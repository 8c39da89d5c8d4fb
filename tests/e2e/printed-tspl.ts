const BITMAP = /BITMAP 0,0,(\d+),(\d+),0,/u

/** The picture in a TSPL job and what follows it; fails when the job is not whole. */
export const tsplPicture = (
  job: Buffer | undefined,
): { readonly widthBytes: number; readonly heightDots: number; readonly after: string } => {
  const text = job?.toString('latin1') ?? ''
  const [head = '', widthBytes = '0', heightDots = '0'] = BITMAP.exec(text) ?? []
  const begin = text.indexOf(head) + head.length
  const end = begin + Number(widthBytes) * Number(heightDots)
  return { widthBytes: Number(widthBytes), heightDots: Number(heightDots), after: text.slice(end) }
}
