import type { ReactElement } from 'react'
import { markDots, type DotMark } from '../../../shared/documents/dot-marks.ts'
import type { DotRectangle } from '../../../shared/documents/dot-rectangle.ts'
import type { DocumentLayout } from '../../../shared/documents/layout.ts'

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const
/** A head of 203 dpi, which most printers have. */
const USUAL_DOTS_PER_MM = 8

type LayoutSvgProps = {
  readonly layout: DocumentLayout
  readonly label: string
  /** Of the printer that will print it (dotsPerMmOf): what is drawn here then is what comes out there. */
  readonly dotsPerMm?: number
}

/** A layout as SVG: one unit is one dot of the printer. Only presentation attributes, since the page's policy forbids inline style. */
export const LayoutSvg = ({ layout, label, dotsPerMm = USUAL_DOTS_PER_MM }: LayoutSvgProps): ReactElement => {
  const { widthDots, heightDots, marks } = markDots(layout, dotsPerMm)
  return (
    <svg
      className="document-preview-sheet"
      viewBox={`0 0 ${String(widthDots)} ${String(heightDots)}`}
      role="img"
      aria-label={label}
      fill="black"
    >
      {marks.map((mark, index) => (
        <Mark key={keyOf(mark, index)} mark={mark} />
      ))}
    </svg>
  )
}

/** A layout is drawn as a whole: its marks have no identity beyond their place. */
const keyOf = (mark: DotMark, index: number): string => `${mark.type}-${String(index)}`

const Mark = ({ mark }: { mark: DotMark }): ReactElement => {
  if (mark.type === 'rectangles') return <path d={mark.rectangles.map(pathOf).join('')} />
  const { x, baseline, turnDegrees } = mark
  return (
    <text
      x={x}
      y={baseline}
      transform={turnDegrees === 0 ? undefined : `rotate(${[turnDegrees, x, baseline].join(' ')})`}
      fontSize={mark.size}
      fontFamily="Konter Print"
      fontWeight={mark.weight === 'bold' ? 700 : 400}
      textAnchor={ANCHORS[mark.align]}
      textRendering="geometricPrecision"
      fill={mark.ink}
    >
      {mark.text}
    </text>
  )
}

const pathOf = ({ x, y, width, height }: DotRectangle): string => `M${[x, y].join(' ')}h${width}v${height}h${-width}z`
