import type { WorkedExample } from './worked-example.ts'

const IN =
  'PMK 131/2024, price with tax: tax P x 11/111, base P x 100/111 x 11/12 = P x 275/333; half up (PER-11/PJ/2025 art. 129)'
const ON = 'PMK 131/2024, price without tax: base N x 11/12, tax 12 % of it = 0.11 N; half up (PER-11/PJ/2025 art. 129)'
const SHARED = 'tax of the whole sale, shared by largest remainder'
const BEFORE = 'UU 7/2021 art. 7: 11 % of the price from 2022-04-01, 10 % before'
const OFF = 'No PPN by sellers who are not PKP'

/** PPN in and on top of prices, before and after 2025-01-01. */
export const WORKED_TAXES: readonly WorkedExample[] = [
  {
    name: 'a hundred thousand with tax in it',
    source: `${IN}: 9,909.91 -> 9,910; 82,582.58 -> 82,583.`,
    visits: [
      {
        tax: 'included',
        buys: [[100_000, 1]],
        pays: [['card', 100_000]],
        expected: { lines: [[100_000, 82_583, 9_910]], subtotal: 100_000, tax: [82_583, 9_910], total: 100_000 },
      },
    ],
  },
  {
    name: 'a price whose tax is whole',
    source: `${IN}: 111,000 x 11/111 = 11,000; base 91,666.67 -> 91,667.`,
    visits: [
      {
        tax: 'included',
        buys: [[111_000, 1]],
        pays: [['card', 111_000]],
        expected: { lines: [[111_000, 91_667, 11_000]], subtotal: 111_000, tax: [91_667, 11_000], total: 111_000 },
      },
    ],
  },
  {
    name: 'one rupiah with tax in it',
    source: `${IN}: 0.099 -> 0; 0.826 -> 1.`,
    visits: [
      {
        tax: 'included',
        buys: [[1, 1]],
        pays: [['cash', 1]],
        expected: { lines: [[1, 1, 0]], subtotal: 1, tax: [1, 0], total: 1 },
      },
    ],
  },
  {
    name: 'just below half a rupiah of tax',
    source: `${IN}: 5 x 11/111 = 0.4955 -> 0; 5 x 275/333 = 4.13 -> 4.`,
    visits: [
      {
        tax: 'included',
        buys: [[5, 1]],
        pays: [['cash', 5]],
        expected: { lines: [[5, 4, 0]], subtotal: 5, tax: [4, 0], total: 5 },
      },
    ],
  },
  {
    name: 'just above half a rupiah of tax',
    source: `${IN}: 6 x 11/111 = 0.59 -> 1; 6 x 275/333 = 4.95 -> 5.`,
    visits: [
      {
        tax: 'included',
        buys: [[6, 1]],
        pays: [['cash', 6]],
        expected: { lines: [[6, 5, 1]], subtotal: 6, tax: [5, 1], total: 6 },
      },
    ],
  },
  {
    name: 'two lines with tax in them',
    source: `${IN}; ${SHARED}: 21,090 -> tax 2,090, base 17,416.67 -> 17,417; by 9 : 10 tax 990 and 1,100, base 8,250.16 and 9,166.84: the rupiah left to the second.`,
    visits: [
      {
        tax: 'included',
        buys: [
          [9_990, 1],
          [11_100, 1],
        ],
        pays: [['cash', 21_090]],
        expected: {
          lines: [
            [9_990, 8_250, 990],
            [11_100, 9_167, 1_100],
          ],
          subtotal: 21_090,
          tax: [17_417, 2_090],
          total: 21_090,
        },
      },
    ],
  },
  {
    name: 'a line outside tax beside a taxed one, tax in the price',
    source: `${IN}: of 55,500 only: 5,500; 45,833.33 -> 45,833.`,
    visits: [
      {
        tax: 'included',
        buys: [
          [55_500, 1],
          [20_000, 1, { isUntaxed: true }],
        ],
        pays: [['cash', 75_500]],
        expected: {
          lines: [
            [55_500, 45_833, 5_500],
            [20_000, 0, 0],
          ],
          subtotal: 75_500,
          tax: [45_833, 5_500],
          total: 75_500,
        },
      },
    ],
  },
  {
    name: 'only goods outside tax in a shop that charges it',
    source: `${IN}: of 0.`,
    visits: [
      {
        tax: 'included',
        buys: [[30_000, 1, { isUntaxed: true }]],
        pays: [['cash', 30_000]],
        expected: { lines: [[30_000, 0, 0]], subtotal: 30_000, tax: [0, 0], total: 30_000 },
      },
    ],
  },
  {
    name: 'tax is of the price after the line’s discount',
    source: `${IN}: 111,000 - 10 % = 99,900 = 111 x 900: tax 9,900, base 82,500.`,
    visits: [
      {
        tax: 'included',
        buys: [[111_000, 1, { discount: '10%' }]],
        pays: [['card', 99_900]],
        expected: { lines: [[99_900, 82_500, 9_900]], subtotal: 99_900, tax: [82_500, 9_900], total: 99_900 },
      },
    ],
  },
  {
    name: 'tax is of the price after the basket’s discount',
    source: `${IN}; ${SHARED}: 111,000 - 5,500 = 105,500: 10,454.95 -> 10,455 as 5,228 + 5,227; 87,124.62 -> 87,125 as 43,563 + 43,562.`,
    visits: [
      {
        tax: 'included',
        buys: [
          [55_500, 1],
          [18_500, 3],
        ],
        discount: '5500',
        pays: [['card', 105_500]],
        expected: {
          lines: [
            [52_750, 43_563, 5_228],
            [52_750, 43_562, 5_227],
          ],
          subtotal: 111_000,
          discount: 5_500,
          tax: [87_125, 10_455],
          total: 105_500,
        },
      },
    ],
  },
  {
    name: 'a taxed line given away',
    source: `${IN}: of 0.`,
    visits: [
      {
        tax: 'included',
        buys: [[50_000, 1, { discount: '100%' }]],
        pays: [],
        expected: { lines: [[0, 0, 0]], tax: [0, 0], total: 0 },
      },
    ],
  },
  {
    name: 'a weight with tax in its price',
    source: `${IN}: 1.25 x 88,800 = 111,000.`,
    visits: [
      {
        tax: 'included',
        buys: [[88_800, 1.25, { isWeighed: true }]],
        pays: [['card', 111_000]],
        expected: { lines: [[111_000, 91_667, 11_000]], subtotal: 111_000, tax: [91_667, 11_000], total: 111_000 },
      },
    ],
  },
  {
    name: 'a hundred thousand with tax on top',
    source: `${ON}: 91,666.67 -> 91,667; 11,000.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[100_000, 1]],
        pays: [['card', 111_000]],
        expected: { lines: [[100_000, 91_667, 11_000]], subtotal: 100_000, tax: [91_667, 11_000], total: 111_000 },
      },
    ],
  },
  {
    name: 'tax that ends on a half',
    source: `${ON}: 0.11 x 50 = 5.5 -> 6; 45.83 -> 46.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[50, 1]],
        pays: [['cash', 56]],
        expected: { lines: [[50, 46, 6]], subtotal: 50, tax: [46, 6], total: 56 },
      },
    ],
  },
  {
    name: 'base and tax that both end on a half',
    source: `${ON}: 0.11 x 150 = 16.5 -> 17; 150 x 11/12 = 137.5 -> 138.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[150, 1]],
        pays: [['cash', 167]],
        expected: { lines: [[150, 138, 17]], subtotal: 150, tax: [138, 17], total: 167 },
      },
    ],
  },
  {
    name: 'a base that ends on a half',
    source: `${ON}: 6 x 11/12 = 5.5 -> 6; 0.66 -> 1.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[6, 1]],
        pays: [['cash', 7]],
        expected: { lines: [[6, 6, 1]], subtotal: 6, tax: [6, 1], total: 7 },
      },
    ],
  },
  {
    name: 'too little for any tax',
    source: `${ON}: 0.44 -> 0; 3.67 -> 4.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[4, 1]],
        pays: [['cash', 4]],
        expected: { lines: [[4, 4, 0]], subtotal: 4, tax: [4, 0], total: 4 },
      },
    ],
  },
  {
    name: 'two halves are one whole: tax is of the sale, not of each line',
    source: `${ON}; ${SHARED}: 100 -> 11 (two lines of 5.5 would have made 12) as 6 + 5; 91.67 -> 92 as 46 + 46.`,
    visits: [
      {
        tax: 'on-top',
        buys: [
          [50, 1],
          [25, 2],
        ],
        pays: [['cash', 111]],
        expected: {
          lines: [
            [50, 46, 6],
            [50, 46, 5],
          ],
          subtotal: 100,
          tax: [92, 11],
          total: 111,
        },
      },
    ],
  },
  {
    name: 'three equal lines share tax',
    source: `${ON}; ${SHARED}: 150 -> 17 as 6 + 6 + 5; 138 as 46 each.`,
    visits: [
      {
        tax: 'on-top',
        buys: [
          [50, 1],
          [25, 2],
          [10, 5],
        ],
        pays: [['cash', 167]],
        expected: {
          lines: [
            [50, 46, 6],
            [50, 46, 6],
            [50, 46, 5],
          ],
          subtotal: 150,
          tax: [138, 17],
          total: 167,
        },
      },
    ],
  },
  {
    name: 'both discounts before tax on top',
    source: `${ON}: 2 x 10,000 - 10 % = 18,000; - 3,000 = 15,000; base 13,750; tax 1,650.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[10_000, 2, { discount: '10%' }]],
        discount: '3000',
        pays: [['cash', 16_650]],
        expected: {
          lines: [[15_000, 13_750, 1_650]],
          subtotal: 18_000,
          discount: 3_000,
          tax: [13_750, 1_650],
          total: 16_650,
        },
      },
    ],
  },
  {
    name: 'a line outside tax beside a taxed one, tax on top',
    source: `${ON}: of 50,000 only: 45,833.33 -> 45,833; 5,500.`,
    visits: [
      {
        tax: 'on-top',
        buys: [
          [50_000, 1],
          [10_000, 1, { isUntaxed: true }],
        ],
        pays: [['cash', 65_500]],
        expected: {
          lines: [
            [50_000, 45_833, 5_500],
            [10_000, 0, 0],
          ],
          subtotal: 60_000,
          tax: [45_833, 5_500],
          total: 65_500,
        },
      },
    ],
  },
  {
    name: 'the largest amount that a basket takes, with tax on top',
    source: `${ON}: 499,999,998,999 x 0.11 = 54,999,999,889.89 -> ...890; x 11/12 = 458,333,332,415.75 -> ...416.`,
    visits: [
      {
        tax: 'on-top',
        buys: [[499_999_998_999, 1]],
        pays: [['transfer', 554_999_998_889]],
        expected: {
          lines: [[499_999_998_999, 458_333_332_416, 54_999_999_890]],
          subtotal: 499_999_998_999,
          tax: [458_333_332_416, 54_999_999_890],
          total: 554_999_998_889,
        },
      },
    ],
  },
  {
    name: 'the last day before 2025, tax in the price',
    source: `${BEFORE}: 100,000 x 11/111 = 9,909.91 -> 9,910; base 100,000 x 100/111 = 90,090.09 -> 90,090.`,
    visits: [
      {
        day: '2024-12-31',
        tax: 'included',
        buys: [[100_000, 1]],
        pays: [['card', 100_000]],
        expected: { lines: [[100_000, 90_090, 9_910]], subtotal: 100_000, tax: [90_090, 9_910], total: 100_000 },
      },
    ],
  },
  {
    name: 'the last day before 2025, tax on top',
    source: `${BEFORE}: base is the price; 0.11 x 50 = 5.5 -> 6.`,
    visits: [
      {
        day: '2024-12-31',
        tax: 'on-top',
        buys: [[50, 1]],
        pays: [['card', 56]],
        expected: { lines: [[50, 50, 6]], subtotal: 50, tax: [50, 6], total: 56 },
      },
    ],
  },
  {
    name: 'the first day of 2025',
    source: `${ON}: 1,200 x 11/12 = 1,100; 12 % of it = 132.`,
    visits: [
      {
        day: '2025-01-01',
        tax: 'on-top',
        buys: [[1_200, 1]],
        pays: [['card', 1_332]],
        expected: { lines: [[1_200, 1_100, 132]], subtotal: 1_200, tax: [1_100, 132], total: 1_332 },
      },
    ],
  },
  {
    name: 'the last day of ten percent, on a half',
    source: `${BEFORE}: 10 % of 100,005 = 10,000.5 -> 10,001.`,
    visits: [
      {
        day: '2022-03-31',
        tax: 'on-top',
        buys: [[100_005, 1]],
        pays: [['card', 110_006]],
        expected: { lines: [[100_005, 100_005, 10_001]], subtotal: 100_005, tax: [100_005, 10_001], total: 110_006 },
      },
    ],
  },
  {
    name: 'ten percent in the price',
    source: `${BEFORE}: 110,000 x 10/110 = 10,000.`,
    visits: [
      {
        day: '2022-03-31',
        tax: 'included',
        buys: [[110_000, 1]],
        pays: [['card', 110_000]],
        expected: { lines: [[110_000, 100_000, 10_000]], subtotal: 110_000, tax: [100_000, 10_000], total: 110_000 },
      },
    ],
  },
  {
    name: 'a seller who is not PKP',
    source: `${OFF}.`,
    visits: [
      {
        tax: 'off',
        buys: [[100_000, 1]],
        pays: [['card', 100_000]],
        expected: { lines: [[100_000, 0, 0]], subtotal: 100_000, total: 100_000 },
      },
    ],
  },
]
