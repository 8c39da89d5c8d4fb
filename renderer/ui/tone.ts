/** What a state means for the person at the till. Colour never stands alone: an icon and words go with it. */
export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info'

/** Text and ground of a tone, 4.5 : 1 or better in both themes. */
export const TONE_CLASSES: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-ink',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-accent-soft text-accent',
}
