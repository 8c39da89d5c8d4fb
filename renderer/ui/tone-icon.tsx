import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide-react'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { Tone } from './tone.ts'

/** The icon that stands for a tone, so that it is told by shape as well as by colour. */
export const ToneIcon = ({ tone, size = 16 }: { readonly tone: Tone; readonly size?: number }) => {
  const props = { size, 'aria-hidden': true, className: 'shrink-0' } as const
  switch (tone) {
    case 'neutral':
      return <CircleDashed {...props} />
    case 'good':
      return <CircleCheck {...props} />
    case 'warn':
      return <TriangleAlert {...props} />
    case 'bad':
      return <CircleAlert {...props} />
    case 'info':
      return <Info {...props} />
    default:
      return assertNever(tone, 'tone')
  }
}
