import type { ReactElement } from 'react'
import {
  barModules,
  type BarcodePrimitive,
  type DocumentLayout,
  type LayoutPrimitive,
  type QrPrimitive,
} from '../../../shared/documents/layout.ts'

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const

/** A layout as SVG: one unit is one millimetre. Only presentation attributes, since the page's policy forbids inline style. */
export const LayoutSvg = ({ layout, label }: { layout: DocumentLayout; label: string }): ReactElement => (
  <svg
    className="document-preview-sheet"
    viewBox={`0 0 ${String(layout.widthMm)} ${String(layout.heightMm)}`}
    role="img"
    aria-label={label}
    fill="black"
  >
    {layout.primitives.map((primitive, index) => (
      <Primitive key={keyOf(primitive, index)} primitive={primitive} />
    ))}
  </svg>
)

/** A layout is drawn as a whole: its primitives have no identity beyond their place. */
const keyOf = (primitive: LayoutPrimitive, index: number): string => `${primitive.type}-${String(index)}`

const Primitive = ({ primitive }: { primitive: LayoutPrimitive }): ReactElement => {
  if (primitive.type === 'text') {
    return (
      <text
        x={primitive.xMm}
        y={primitive.baselineMm}
        fontSize={primitive.sizeMm}
        fontFamily="Konter Print"
        fontWeight={primitive.weight === 'bold' ? 700 : 400}
        textAnchor={ANCHORS[primitive.align]}
        fill={primitive.ink}
      >
        {primitive.text}
      </text>
    )
  }
  if (primitive.type === 'barcode') return <path d={barcodePath(primitive)} />
  if (primitive.type === 'qr') return <path d={qrPath(primitive)} />
  if (primitive.type === 'line') {
    const isFlat = primitive.direction === 'horizontal'
    return (
      <rect
        x={primitive.xMm}
        y={primitive.yMm}
        width={isFlat ? primitive.lengthMm : primitive.strokeMm}
        height={isFlat ? primitive.strokeMm : primitive.lengthMm}
      />
    )
  }
  const strokeMm = primitive.strokeMm ?? 0
  return (
    <rect
      x={primitive.xMm + strokeMm / 2}
      y={primitive.yMm + strokeMm / 2}
      width={primitive.widthMm - strokeMm}
      height={primitive.heightMm - strokeMm}
      fill={primitive.strokeMm === null ? 'black' : 'none'}
      stroke={primitive.strokeMm === null ? 'none' : 'black'}
      strokeWidth={strokeMm}
    />
  )
}

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(3)} ${y.toFixed(3)}h${width.toFixed(3)}v${height.toFixed(3)}h${(-width).toFixed(3)}z`

const barcodePath = ({ bars, moduleMm, xMm, yMm, widthMm, heightMm }: BarcodePrimitive): string => {
  let x = xMm + (widthMm - barModules(bars) * moduleMm) / 2
  const parts: string[] = []
  bars.forEach((modules, index) => {
    if (index % 2 === 0) parts.push(rectangle(x, yMm, modules * moduleMm, heightMm))
    x += modules * moduleMm
  })
  return parts.join('')
}

const qrPath = ({ size, cells, moduleMm, xMm, yMm, widthMm, heightMm }: QrPrimitive): string => {
  const left = xMm + (widthMm - size * moduleMm) / 2
  const top = yMm + (heightMm - size * moduleMm) / 2
  return cells
    .map((cell, index) => {
      if (cell === 0) return ''
      return rectangle(left + (index % size) * moduleMm, top + Math.floor(index / size) * moduleMm, moduleMm, moduleMm)
    })
    .join('')
}
