import type { WorkedExample } from './worked-example.ts'

const PRICE = 'Price x quantity, half up (PER-11/PJ/2025 art. 129 for halves)'
const LINE = 'Line discount on price x quantity, percent half up, at most the amount'
const BASKET =
  'Basket discount on the sum after line discounts, shared by largest remainder, of equal remainders the earlier first'

/** Prices, weights and discounts, in a shop that charges no tax. */
export const WORKED_PRICES: readonly WorkedExample[] = [
  {
    name: 'one piece, paid exactly',
    source: `${PRICE}: 1 x 12,800.`,
    visits: [
      {
        buys: [[12_800, 1]],
        pays: [['cash', 12_800]],
        expected: { lines: [[12_800, 0, 0]], subtotal: 12_800, total: 12_800 },
      },
    ],
  },
  {
    name: 'several pieces with change',
    source: `${PRICE}: 3 x 3,500 = 10,500; change 20,000 - 10,500.`,
    visits: [
      {
        buys: [[3_500, 3]],
        pays: [['cash', 20_000]],
        expected: { lines: [[10_500, 0, 0]], subtotal: 10_500, total: 10_500, change: 9_500 },
      },
    ],
  },
  {
    name: 'three quarters of a kilogram',
    source: `${PRICE}: 0.75 x 12,500 = 9,375.`,
    visits: [
      {
        buys: [[12_500, 0.75, { isWeighed: true }]],
        pays: [['cash', 9_375]],
        expected: { lines: [[9_375, 0, 0]], subtotal: 9_375, total: 9_375 },
      },
    ],
  },
  {
    name: 'a weight whose price ends on a half',
    source: `${PRICE}: 0.5 x 999 = 499.5 -> 500.`,
    visits: [
      {
        buys: [[999, 0.5, { isWeighed: true }]],
        pays: [['card', 500]],
        expected: { lines: [[500, 0, 0]], subtotal: 500, total: 500 },
      },
    ],
  },
  {
    name: 'a weight of three decimals',
    source: `${PRICE}: 0.333 x 12,345 = 4,110.885 -> 4,111.`,
    visits: [
      {
        buys: [[12_345, 0.333, { isWeighed: true }]],
        pays: [['card', 4_111]],
        expected: { lines: [[4_111, 0, 0]], subtotal: 4_111, total: 4_111 },
      },
    ],
  },
  {
    name: 'a gram that costs less than half a rupiah is free',
    source: `${PRICE}: 0.001 x 499 = 0.499 -> 0.`,
    visits: [{ buys: [[499, 0.001, { isWeighed: true }]], pays: [], expected: { lines: [[0, 0, 0]], total: 0 } }],
  },
  {
    name: 'a gram that costs exactly half a rupiah',
    source: `${PRICE}: 0.001 x 500 = 0.5 -> 1.`,
    visits: [
      {
        buys: [[500, 0.001, { isWeighed: true }]],
        pays: [['cash', 1]],
        expected: { lines: [[1, 0, 0]], subtotal: 1, total: 1 },
      },
    ],
  },
  {
    name: 'a free item needs no payment',
    source: `${PRICE}: 3 x 0 = 0; a total of 0 is paid by nothing.`,
    visits: [{ buys: [[0, 3]], pays: [], expected: { lines: [[0, 0, 0]], total: 0 } }],
  },
  {
    name: 'a free item beside a paid one',
    source: `${PRICE}: 0 + 2 x 5,000.`,
    visits: [
      {
        buys: [
          [0, 1],
          [5_000, 2],
        ],
        pays: [['cash', 10_000]],
        expected: {
          lines: [
            [0, 0, 0],
            [10_000, 0, 0],
          ],
          subtotal: 10_000,
          total: 10_000,
        },
      },
    ],
  },
  {
    name: 'a bundle is priced as itself',
    source: `${PRICE}: 2 x 25,000; its parts carry no money.`,
    visits: [
      {
        buys: [[25_000, 2, { isBundle: true }]],
        pays: [['qris', 50_000]],
        expected: { lines: [[50_000, 0, 0]], subtotal: 50_000, total: 50_000 },
      },
    ],
  },
  {
    name: 'a changed price takes the place of the catalogue’s',
    source: `${PRICE}: 2 x 10,500 instead of 2 x 12,000.`,
    visits: [
      {
        buys: [[12_000, 2, { override: 10_500 }]],
        pays: [['cash', 21_000]],
        expected: { lines: [[21_000, 0, 0]], subtotal: 21_000, total: 21_000 },
      },
    ],
  },
  {
    name: 'a price changed to nothing',
    source: `${PRICE}: 2 x 0.`,
    visits: [{ buys: [[12_000, 2, { override: 0 }]], pays: [], expected: { lines: [[0, 0, 0]], total: 0 } }],
  },
  {
    name: 'a quantity at its limit',
    source: `${PRICE}: 99,999 x 1,000,000.`,
    visits: [
      {
        buys: [[1_000_000, 99_999]],
        pays: [['transfer', 99_999_000_000]],
        expected: { lines: [[99_999_000_000, 0, 0]], subtotal: 99_999_000_000, total: 99_999_000_000 },
      },
    ],
  },
  {
    name: 'ten percent off a line',
    source: `${LINE}: 25,000 - 2,500.`,
    visits: [
      {
        buys: [[25_000, 1, { discount: '10%' }]],
        pays: [['cash', 22_500]],
        expected: { lines: [[22_500, 0, 0]], subtotal: 22_500, total: 22_500 },
      },
    ],
  },
  {
    name: 'a percent with decimals',
    source: `${LINE}: 12.5 % of 999 = 124.875 -> 125; 999 - 125.`,
    visits: [
      {
        buys: [[999, 1, { discount: '12.5%' }]],
        pays: [['cash', 874]],
        expected: { lines: [[874, 0, 0]], subtotal: 874, total: 874 },
      },
    ],
  },
  {
    name: 'a discount that ends on a half',
    source: `${LINE}: 50 % of 999 = 499.5 -> 500; 999 - 500.`,
    visits: [
      {
        buys: [[333, 3, { discount: '50%' }]],
        pays: [['cash', 499]],
        expected: { lines: [[499, 0, 0]], subtotal: 499, total: 499 },
      },
    ],
  },
  {
    name: 'a third off',
    source: `${LINE}: 33.33 % of 10,000 = 3,333.`,
    visits: [
      {
        buys: [[10_000, 1, { discount: '33.33%' }]],
        pays: [['cash', 6_667]],
        expected: { lines: [[6_667, 0, 0]], subtotal: 6_667, total: 6_667 },
      },
    ],
  },
  {
    name: 'rupiah off the whole line, not off each piece',
    source: `${LINE}: 3 x 4,500 - 2,000.`,
    visits: [
      {
        buys: [[4_500, 3, { discount: '2000' }]],
        pays: [['cash', 11_500]],
        expected: { lines: [[11_500, 0, 0]], subtotal: 11_500, total: 11_500 },
      },
    ],
  },
  {
    name: 'more off than the line costs',
    source: `${LINE}: 13,500 - min(20,000, 13,500).`,
    visits: [{ buys: [[4_500, 3, { discount: '20000' }]], pays: [], expected: { lines: [[0, 0, 0]], total: 0 } }],
  },
  {
    name: 'everything off a line',
    source: `${LINE}: 100 % of 13,500.`,
    visits: [
      {
        buys: [
          [4_500, 3, { discount: '100%' }],
          [700, 1],
        ],
        pays: [['cash', 700]],
        expected: {
          lines: [
            [0, 0, 0],
            [700, 0, 0],
          ],
          subtotal: 700,
          total: 700,
        },
      },
    ],
  },
  {
    name: 'ten percent off a basket',
    source: `${BASKET}: 10 % of 19,134 = 1,913.4 -> 1,913; 1,913 x 12,345 / 19,134 = 1,234.24, x 6,789 = 678.76: the rupiah left goes to the second.`,
    visits: [
      {
        buys: [
          [12_345, 1],
          [6_789, 1],
        ],
        discount: '10%',
        pays: [['cash', 17_221]],
        expected: {
          lines: [
            [11_111, 0, 0],
            [6_110, 0, 0],
          ],
          subtotal: 19_134,
          discount: 1_913,
          total: 17_221,
        },
      },
    ],
  },
  {
    name: 'rupiah off a basket of equals',
    source: `${BASKET}: 1,000 / 3 = 333.33 each, the rupiah left to the first: 334, 333, 333.`,
    visits: [
      {
        buys: [
          [5_000, 1],
          [10_000, 1, { override: 5_000 }],
          [2_500, 2],
        ],
        discount: '1000',
        pays: [['cash', 14_000]],
        expected: {
          lines: [
            [4_666, 0, 0],
            [4_667, 0, 0],
            [4_667, 0, 0],
          ],
          subtotal: 15_000,
          discount: 1_000,
          total: 14_000,
        },
      },
    ],
  },
  {
    name: 'two rupiah off three lines of one',
    source: `${BASKET}: 2/3 each; the first two give one.`,
    visits: [
      {
        buys: [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        discount: '2',
        pays: [['cash', 1]],
        expected: {
          lines: [
            [0, 0, 0],
            [0, 0, 0],
            [1, 0, 0],
          ],
          subtotal: 3,
          discount: 2,
          total: 1,
        },
      },
    ],
  },
  {
    name: 'more off than the basket costs',
    source: `${BASKET}: min(100, 3).`,
    visits: [
      {
        buys: [
          [1, 1],
          [2, 1],
        ],
        discount: '100',
        pays: [],
        expected: {
          lines: [
            [0, 0, 0],
            [0, 0, 0],
          ],
          subtotal: 3,
          discount: 3,
          total: 0,
        },
      },
    ],
  },
  {
    name: 'half of a single rupiah off',
    source: `${BASKET}: 50 % of 1 = 0.5 -> 1.`,
    visits: [
      {
        buys: [[1, 1]],
        discount: '50%',
        pays: [],
        expected: { lines: [[0, 0, 0]], subtotal: 1, discount: 1, total: 0 },
      },
    ],
  },
  {
    name: 'a free line bears no part of a basket discount',
    source: `${BASKET}: 10 % of 10,000, all on the line that costs something.`,
    visits: [
      {
        buys: [
          [0, 1],
          [10_000, 1],
        ],
        discount: '10%',
        pays: [['cash', 9_000]],
        expected: {
          lines: [
            [0, 0, 0],
            [9_000, 0, 0],
          ],
          subtotal: 10_000,
          discount: 1_000,
          total: 9_000,
        },
      },
    ],
  },
  {
    name: 'line discount, then basket discount',
    source: `${BASKET}: 20,000 - 10 % = 18,000; + 7,000 = 25,000; 5 % = 1,250, of it 1,250 x 18/25 = 900 and 350.`,
    visits: [
      {
        buys: [
          [10_000, 2, { discount: '10%' }],
          [7_000, 1],
        ],
        discount: '5%',
        pays: [['cash', 23_750]],
        expected: {
          lines: [
            [17_100, 0, 0],
            [6_650, 0, 0],
          ],
          subtotal: 25_000,
          discount: 1_250,
          total: 23_750,
        },
      },
    ],
  },
  {
    name: 'changed price, line discount, basket discount',
    source: `${BASKET}: 3 x 12,000 = 36,000; - 5,000 = 31,000; 10 % = 3,100.`,
    visits: [
      {
        buys: [[15_000, 3, { override: 12_000, discount: '5000' }]],
        discount: '10%',
        pays: [['cash', 27_900]],
        expected: { lines: [[27_900, 0, 0]], subtotal: 31_000, discount: 3_100, total: 27_900 },
      },
    ],
  },
]
