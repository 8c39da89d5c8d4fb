/** Texts of the stock screen, English. */
export const stock = {
  title: 'Stock',
  pulled: 'Stock pulled {{time}}',
  neverPulled: 'Stock was never pulled',
  age: 'Age of the figures',
  pull: 'Pull stock now',
  pulling: 'Pulling stock…',
  pulledCount_one: 'Stock of {{shown}} item updated.',
  pulledCount: 'Stock of {{shown}} items updated.',
  rule: 'A stock figure = the last pull from Forstok + sales at this register not yet contained in it. A pull never erases a sale that has not been sent.',
  findings: 'Findings',
  findingsCount_one: '{{shown}} finding to know about',
  findingsCount: '{{shown}} findings to know about',
  list: 'List of stock findings',
  empty: 'No findings',
  emptyHint: 'Every change in the last pull is explained by sales.',
  emptyNever: 'Pull the stock to compare its figures with the sales.',
  column: { item: 'Item', finding: 'Finding', figure: 'Figure', age: 'Since', sales: 'Sales involved' },
  finding: { oversold: 'Oversold', came: 'Increased elsewhere', left: 'Decreased elsewhere' },
  meaning: {
    oversold:
      'Stock is below zero. The sales listed took part in it. Count the goods on the shelf, then correct the stock in Forstok.',
    oversoldElsewhere:
      'Stock is below zero, but this register did not sell it. Look at the other online shops in Forstok.',
    came: 'Forstok added stock apart from the sales of this register: goods received, a return, or a correction.',
    left: 'Forstok took stock away apart from the sales of this register: an online sale, goods issued, or a correction.',
  },
  noSales: 'None of this register',
  moreFindings: '{{count}} other findings are not shown.',
  moreSales: '+{{count}} more',
}
