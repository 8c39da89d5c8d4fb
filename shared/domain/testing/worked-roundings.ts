import type { ExampleVisit, WorkedExample } from './worked-example.ts'

const RULE =
  'Permendag 35/2013 art. 6 (a price may be rounded to coins that circulate; the buyer is told), on the cash part only; halves up'

/** One untaxed piece at `payable`, paid in cash for the rounded total. */
const inCash = (
  payable: number,
  rounding: NonNullable<ExampleVisit['rounding']>,
  expected: { readonly by: number; readonly total: number },
): readonly ExampleVisit[] => [
  {
    rounding,
    buys: [[payable, 1]],
    pays: [['cash', expected.total]],
    expected: { lines: [[payable, 0, 0]], subtotal: payable, rounding: expected.by, total: expected.total },
  },
]

/** Cash rounding by mode and unit, and payments of several kinds. */
export const WORKED_ROUNDINGS: readonly WorkedExample[] = [
  {
    name: 'nearest 100, below a half',
    source: `${RULE}: 102.07 -> 102.`,
    visits: inCash(10_207, ['nearest', 100], { by: -7, total: 10_200 }),
  },
  {
    name: 'nearest 100, on a half',
    source: `${RULE}: 102.5 -> 103.`,
    visits: inCash(10_250, ['nearest', 100], { by: 50, total: 10_300 }),
  },
  {
    name: 'up to 100, the ministry’s own figures',
    source: `${RULE}: 12,765 -> 12,800.`,
    visits: inCash(12_765, ['up', 100], { by: 35, total: 12_800 }),
  },
  {
    name: 'down to 100',
    source: `${RULE}: 127.65 -> 127.`,
    visits: inCash(12_765, ['down', 100], { by: -65, total: 12_700 }),
  },
  {
    name: 'nearest 50',
    source: `${RULE}: 255.3 -> 255.`,
    visits: inCash(12_765, ['nearest', 50], { by: -15, total: 12_750 }),
  },
  {
    name: 'nearest 50, on a half',
    source: `${RULE}: 255.5 -> 256.`,
    visits: inCash(12_775, ['nearest', 50], { by: 25, total: 12_800 }),
  },
  {
    name: 'up to 50',
    source: `${RULE}: 255.02 -> 256.`,
    visits: inCash(12_751, ['up', 50], { by: 49, total: 12_800 }),
  },
  {
    name: 'down to 50',
    source: `${RULE}: 255.98 -> 255.`,
    visits: inCash(12_799, ['down', 50], { by: -49, total: 12_750 }),
  },
  {
    name: 'nearest 500',
    source: `${RULE}: 25.53 -> 26.`,
    visits: inCash(12_765, ['nearest', 500], { by: 235, total: 13_000 }),
  },
  {
    name: 'up to 500',
    source: `${RULE}: 25.002 -> 26.`,
    visits: inCash(12_501, ['up', 500], { by: 499, total: 13_000 }),
  },
  {
    name: 'down to 500',
    source: `${RULE}: 25.53 -> 25.`,
    visits: inCash(12_765, ['down', 500], { by: -265, total: 12_500 }),
  },
  {
    name: 'nearest 1,000, below a half',
    source: `${RULE}: 12.499 -> 12.`,
    visits: inCash(12_499, ['nearest', 1_000], { by: -499, total: 12_000 }),
  },
  {
    name: 'nearest 1,000, on a half',
    source: `${RULE}: 12.5 -> 13.`,
    visits: inCash(12_500, ['nearest', 1_000], { by: 500, total: 13_000 }),
  },
  {
    name: 'up to 1,000',
    source: `${RULE}: 12.001 -> 13.`,
    visits: inCash(12_001, ['up', 1_000], { by: 999, total: 13_000 }),
  },
  {
    name: 'down to 1,000',
    source: `${RULE}: 12.999 -> 12.`,
    visits: inCash(12_999, ['down', 1_000], { by: -999, total: 12_000 }),
  },
  { name: 'off', source: `${RULE}; switched off.`, visits: inCash(12_765, ['off', 100], { by: 0, total: 12_765 }) },
  {
    name: 'payable as it is',
    source: `${RULE}: nothing to round.`,
    visits: inCash(12_800, ['up', 100], { by: 0, total: 12_800 }),
  },
  {
    name: 'never to nothing',
    source: 'The shop’s rule: what would round to 0 stays as it is.',
    visits: inCash(40, ['nearest', 100], { by: 0, total: 40 }),
  },
  {
    name: 'a card is not rounded',
    source: `${RULE}: no cash part.`,
    visits: [
      {
        rounding: ['nearest', 100],
        buys: [[12_765, 1]],
        pays: [['card', 12_765]],
        expected: { lines: [[12_765, 0, 0]], subtotal: 12_765, total: 12_765 },
      },
    ],
  },
  {
    name: 'card and cash',
    source: `${RULE}: 12,765 - 5,000 = 7,765 -> 7,800; total 12,800; change 10,000 - 7,800.`,
    visits: [
      {
        rounding: ['nearest', 100],
        buys: [[12_765, 1]],
        pays: [
          ['card', 5_000],
          ['cash', 10_000],
        ],
        expected: { lines: [[12_765, 0, 0]], subtotal: 12_765, rounding: 35, total: 12_800, change: 2_200 },
      },
    ],
  },
  {
    name: 'cash and card',
    source: `${RULE}: the order of payments changes nothing.`,
    visits: [
      {
        rounding: ['nearest', 100],
        buys: [[12_765, 1]],
        pays: [
          ['cash', 10_000],
          ['card', 5_000],
        ],
        expected: { lines: [[12_765, 0, 0]], subtotal: 12_765, rounding: 35, total: 12_800, change: 2_200 },
      },
    ],
  },
  {
    name: 'three kinds of payment that leave a round sum for cash',
    source: `${RULE}: 12,765 - 2,765 - 5,000 = 5,000.`,
    visits: [
      {
        rounding: ['up', 1_000],
        buys: [[12_765, 1]],
        pays: [
          ['qris', 2_765],
          ['transfer', 5_000],
          ['cash', 5_000],
        ],
        expected: { lines: [[12_765, 0, 0]], subtotal: 12_765, total: 12_765 },
      },
    ],
  },
  {
    name: 'a deposit, the rest in cash',
    source: `${RULE}: 12,765 - 12,000 = 765 -> 800.`,
    visits: [
      {
        rounding: ['nearest', 100],
        buys: [[12_765, 1]],
        pays: [
          ['deposit', 12_000],
          ['cash', 800],
        ],
        expected: { lines: [[12_765, 0, 0]], subtotal: 12_765, rounding: 35, total: 12_800 },
      },
    ],
  },
  {
    name: 'cash in two parts',
    source: `${RULE}: 12,765 -> 12,800; the second part gives the change.`,
    visits: [
      {
        rounding: ['nearest', 100],
        buys: [[12_765, 1]],
        pays: [
          ['cash', 10_000],
          ['cash', 5_000],
        ],
        expected: { lines: [[12_765, 0, 0]], subtotal: 12_765, rounding: 35, total: 12_800, change: 2_200 },
      },
    ],
  },
  {
    name: 'rounding comes after tax',
    source: `PMK 131/2024, then ${RULE}: 11,350 x 0.11 = 1,248.5 -> 1,249; base 10,404.17 -> 10,404; 12,599 -> 12,600.`,
    visits: [
      {
        tax: 'on-top',
        rounding: ['nearest', 100],
        buys: [[11_350, 1]],
        pays: [['cash', 12_600]],
        expected: {
          lines: [[11_350, 10_404, 1_249]],
          subtotal: 11_350,
          tax: [10_404, 1_249],
          rounding: 1,
          total: 12_600,
        },
      },
    ],
  },
]
