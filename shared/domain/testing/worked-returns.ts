import type { ExampleVisit, WorkedExample } from './worked-example.ts'

const CUT =
  'A line that comes back is cut from the sold one cumulatively: units a to b carry floor(amount x b / n) - floor(amount x a / n)'
const CLOSE = 'The return that completes a sale takes back all rounding so far, so that every sum ends at 0'
const CREDIT = 'An exchange credits what comes back at the price it was sold for'

const NEAREST = ['nearest', 100] as const
/** Three pieces at 3,410, rounded down by 30 to 10,200. */
const THREE: ExampleVisit = {
  rounding: NEAREST,
  buys: [[3_410, 3]],
  pays: [['cash', 10_200]],
  expected: { lines: [[10_230, 0, 0]], subtotal: 10_230, rounding: -30, total: 10_200 },
}
/** One piece at 10,000 without tax. */
const TEN: ExampleVisit = {
  buys: [[10_000, 1]],
  pays: [['card', 10_000]],
  expected: { lines: [[10_000, 0, 0]], subtotal: 10_000, total: 10_000 },
}

/** Returns in full and in parts, and exchanges. The first visit is the sale; the others bring goods of it back. */
export const WORKED_RETURNS: readonly WorkedExample[] = [
  {
    name: 'everything of a rounded sale',
    source: `${CLOSE}: -10,230 + 30.`,
    visits: [
      THREE,
      {
        rounding: NEAREST,
        brings: [[0, 3]],
        pays: [['cash', -10_200]],
        expected: { lines: [[-10_230, 0, 0]], rounding: 30, total: -10_200 },
      },
    ],
  },
  {
    name: 'a rounded sale in two parts',
    source: `${CUT}; ${CLOSE}: -3,410 -> -3,400 (+10); -6,820 with +30 - 10 = +20.`,
    visits: [
      THREE,
      {
        rounding: NEAREST,
        brings: [[0, 1]],
        pays: [['cash', -3_400]],
        expected: { lines: [[-3_410, 0, 0]], rounding: 10, total: -3_400 },
      },
      {
        rounding: NEAREST,
        brings: [[0, 2]],
        pays: [['cash', -6_800]],
        expected: { lines: [[-6_820, 0, 0]], rounding: 20, total: -6_800 },
      },
    ],
  },
  {
    name: 'a discounted line, piece by piece',
    source: `${CUT}: 15,000 - 1,000 = 14,000; thirds 4,666.67 -> 4,666, 4,667, 4,667.`,
    visits: [
      {
        buys: [[5_000, 3, { discount: '1000' }]],
        pays: [['cash', 14_000]],
        expected: { lines: [[14_000, 0, 0]], subtotal: 14_000, total: 14_000 },
      },
      { brings: [[0, 1]], pays: [['cash', -4_666]], expected: { lines: [[-4_666, 0, 0]], total: -4_666 } },
      { brings: [[0, 1]], pays: [['cash', -4_667]], expected: { lines: [[-4_667, 0, 0]], total: -4_667 } },
      { brings: [[0, 1]], pays: [['cash', -4_667]], expected: { lines: [[-4_667, 0, 0]], total: -4_667 } },
    ],
  },
  {
    name: 'one of two with tax in the price',
    source: `${CUT}: tax 11,000 / 2; base 91,667 -> 45,833 and 45,834.`,
    visits: [
      {
        tax: 'included',
        buys: [[55_500, 2]],
        pays: [['card', 111_000]],
        expected: { lines: [[111_000, 91_667, 11_000]], subtotal: 111_000, tax: [91_667, 11_000], total: 111_000 },
      },
      {
        tax: 'included',
        brings: [[0, 1]],
        pays: [['card', -55_500]],
        expected: { lines: [[-55_500, -45_833, -5_500]], tax: [-45_833, -5_500], total: -55_500 },
      },
      {
        tax: 'included',
        brings: [[0, 1]],
        pays: [['card', -55_500]],
        expected: { lines: [[-55_500, -45_834, -5_500]], tax: [-45_834, -5_500], total: -55_500 },
      },
    ],
  },
  {
    name: 'one of three with tax on top',
    source: `${CUT}: tax 17 -> 5 and 12, base 138 -> 46 and 92; 50 + 5 and 100 + 12 make the 167 paid.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[50, 3]],
        pays: [['cash', 167]],
        expected: { lines: [[150, 138, 17]], subtotal: 150, tax: [138, 17], total: 167 },
      },
      {
        tax: 'on-top',
        brings: [[0, 1]],
        pays: [['cash', -55]],
        expected: { lines: [[-50, -46, -5]], tax: [-46, -5], total: -55 },
      },
      {
        tax: 'on-top',
        brings: [[0, 2]],
        pays: [['cash', -112]],
        expected: { lines: [[-100, -92, -12]], tax: [-92, -12], total: -112 },
      },
    ],
  },
  {
    name: 'part of a weight',
    source: `${CUT}: 1.234 x 12,345 = 15,233.73 -> 15,234; 15,234 x 0.5 / 1.234 = 6,172.61 -> 6,172, the rest 9,062.`,
    visits: [
      {
        buys: [[12_345, 1.234, { isWeighed: true }]],
        pays: [['card', 15_234]],
        expected: { lines: [[15_234, 0, 0]], subtotal: 15_234, total: 15_234 },
      },
      { brings: [[0, 0.5]], pays: [['card', -6_172]], expected: { lines: [[-6_172, 0, 0]], total: -6_172 } },
      { brings: [[0, 0.734]], pays: [['card', -9_062]], expected: { lines: [[-9_062, 0, 0]], total: -9_062 } },
    ],
  },
  {
    name: 'a free item',
    source: 'Nothing was paid, nothing goes back.',
    visits: [
      {
        buys: [
          [0, 1],
          [5_000, 1],
        ],
        pays: [['cash', 5_000]],
        expected: {
          lines: [
            [0, 0, 0],
            [5_000, 0, 0],
          ],
          subtotal: 5_000,
          total: 5_000,
        },
      },
      { brings: [[0, 1]], pays: [], expected: { lines: [[0, 0, 0]], total: 0 } },
    ],
  },
  {
    name: 'a card sale back to the card, where cash would be rounded',
    source: 'Only a cash part is rounded: 10,230 in, 10,230 out.',
    visits: [
      {
        rounding: NEAREST,
        buys: [[10_230, 1]],
        pays: [['card', 10_230]],
        expected: { lines: [[10_230, 0, 0]], subtotal: 10_230, total: 10_230 },
      },
      {
        rounding: NEAREST,
        brings: [[0, 1]],
        pays: [['card', -10_230]],
        expected: { lines: [[-10_230, 0, 0]], total: -10_230 },
      },
    ],
  },
  {
    name: 'a card sale back in cash',
    source:
      'Rounding never gives back more than was paid: -10,260 would round to -10,300; and the completing return carries none.',
    visits: [
      {
        rounding: NEAREST,
        buys: [[10_260, 1]],
        pays: [['card', 10_260]],
        expected: { lines: [[10_260, 0, 0]], subtotal: 10_260, total: 10_260 },
      },
      {
        rounding: NEAREST,
        brings: [[0, 1]],
        pays: [['cash', -10_260]],
        expected: { lines: [[-10_260, 0, 0]], total: -10_260 },
      },
    ],
  },
  {
    name: 'a split payment back the same ways',
    source: `${CLOSE}: 12,765 + 35 = 12,800 came as 5,000 and 7,800.`,
    visits: [
      {
        rounding: NEAREST,
        buys: [[12_765, 1]],
        pays: [
          ['card', 5_000],
          ['cash', 7_800],
        ],
        expected: { lines: [[12_765, 0, 0]], subtotal: 12_765, rounding: 35, total: 12_800 },
      },
      {
        rounding: NEAREST,
        brings: [[0, 1]],
        pays: [
          ['card', -5_000],
          ['cash', -7_800],
        ],
        expected: { lines: [[-12_765, 0, 0]], rounding: -35, total: -12_800 },
      },
    ],
  },
  {
    name: 'no more than was paid of a sale rounded far down',
    source: `${CLOSE}: 1,499 was sold for 1,000.`,
    visits: [
      {
        rounding: ['nearest', 1_000],
        buys: [[1_499, 1]],
        pays: [['cash', 1_000]],
        expected: { lines: [[1_499, 0, 0]], subtotal: 1_499, rounding: -499, total: 1_000 },
      },
      {
        brings: [[0, 1]],
        pays: [['cash', -1_000]],
        expected: { lines: [[-1_499, 0, 0]], rounding: 499, total: -1_000 },
      },
    ],
  },
  {
    name: 'sold at the rate of 2024, back in 2026',
    source: 'A return carries the tax of its sale: 11 % of 100,000 on a base of 100,000 (UU 7/2021 art. 7).',
    visits: [
      {
        day: '2024-12-31',
        tax: 'on-top',
        buys: [[100_000, 1]],
        pays: [['card', 111_000]],
        expected: { lines: [[100_000, 100_000, 11_000]], subtotal: 100_000, tax: [100_000, 11_000], total: 111_000 },
      },
      {
        tax: 'included',
        brings: [[0, 1]],
        pays: [['card', -111_000]],
        expected: { lines: [[-100_000, -100_000, -11_000]], tax: [-100_000, -11_000], total: -111_000 },
      },
    ],
  },
  {
    name: 'the shop is no longer PKP when the goods come back',
    source: 'A return carries the tax of its sale, whatever the shop charges now.',
    visits: [
      {
        tax: 'on-top',
        buys: [[100_000, 1]],
        pays: [['card', 111_000]],
        expected: { lines: [[100_000, 91_667, 11_000]], subtotal: 100_000, tax: [91_667, 11_000], total: 111_000 },
      },
      {
        tax: 'off',
        brings: [[0, 1]],
        pays: [['card', -111_000]],
        expected: { lines: [[-100_000, -91_667, -11_000]], tax: [-91_667, -11_000], total: -111_000 },
      },
    ],
  },
  {
    name: 'the shop has become PKP when the goods are exchanged',
    source: `${CREDIT}, untaxed; what is bought now is taxed (PMK 131/2024): 20,000 + 2,200 - 10,000; base 18,333.33 -> 18,333.`,
    visits: [
      TEN,
      {
        tax: 'on-top',
        brings: [[0, 1]],
        buys: [[20_000, 1]],
        pays: [['cash', 12_200]],
        expected: {
          lines: [
            [20_000, 18_333, 2_200],
            [-10_000, 0, 0],
          ],
          subtotal: 20_000,
          tax: [18_333, 2_200],
          total: 12_200,
        },
      },
    ],
  },
  {
    name: 'exchanged for the same',
    source: `${CREDIT}: 10,000 - 10,000.`,
    visits: [
      TEN,
      {
        brings: [[0, 1]],
        buys: [[10_000, 1]],
        pays: [],
        expected: {
          lines: [
            [10_000, 0, 0],
            [-10_000, 0, 0],
          ],
          subtotal: 10_000,
          total: 0,
        },
      },
    ],
  },
  {
    name: 'exchanged for something dearer, in cash',
    source: `${CREDIT}: 5,000 - 3,410 = 1,590 -> 1,600; change 2,000 - 1,600.`,
    visits: [
      THREE,
      {
        rounding: NEAREST,
        brings: [[0, 1]],
        buys: [[5_000, 1]],
        pays: [['cash', 2_000]],
        expected: {
          lines: [
            [5_000, 0, 0],
            [-3_410, 0, 0],
          ],
          subtotal: 5_000,
          rounding: 10,
          total: 1_600,
          change: 400,
        },
      },
    ],
  },
  {
    name: 'exchanged for something cheaper, in cash',
    source: `${CREDIT}: 1,500 - 6,820 = -5,320 -> -5,300.`,
    visits: [
      THREE,
      {
        rounding: NEAREST,
        brings: [[0, 2]],
        buys: [[1_500, 1]],
        pays: [['cash', -5_300]],
        expected: {
          lines: [
            [1_500, 0, 0],
            [-6_820, 0, 0],
          ],
          subtotal: 1_500,
          rounding: 20,
          total: -5_300,
        },
      },
    ],
  },
  {
    name: 'the basket’s discount is on what is bought, not on what comes back',
    source: `${CREDIT}: 20,000 - 10 % = 18,000; - 10,000.`,
    visits: [
      TEN,
      {
        brings: [[0, 1]],
        buys: [[20_000, 1]],
        discount: '10%',
        pays: [['qris', 8_000]],
        expected: {
          lines: [
            [18_000, 0, 0],
            [-10_000, 0, 0],
          ],
          subtotal: 20_000,
          discount: 2_000,
          total: 8_000,
        },
      },
    ],
  },
]
