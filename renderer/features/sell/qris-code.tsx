import { previewSymbols } from '../printing/preview-symbols.ts'

/** Clear space around the symbol, in cells (ISO/IEC 18004: four). */
const QUIET_CELLS = 4

/** A QR code for a buyer's phone: black on white whatever the theme. One unit is one cell. */
export const QrisCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { size, cells } = previewSymbols.qr(text)
  const path = cells
    .map((cell, index) =>
      cell === 0
        ? ''
        : `M${String((index % size) + QUIET_CELLS)} ${String(Math.floor(index / size) + QUIET_CELLS)}h1v1h-1z`,
    )
    .join('')
  const side = size + 2 * QUIET_CELLS
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(side)} ${String(side)}`}
      shapeRendering="crispEdges"
      className="size-[min(42vh,460px)] shrink-0 rounded-control"
    >
      <rect width={side} height={side} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
