import { describe, expect, test } from 'vitest'
import { createCatalogueReviewer, reviewCatalogue } from './review-catalogue.ts'

const HEADER = ['kode', 'nama', 'harga', 'harga normal', 'satuan', 'ppn', 'bundel', 'stok']
const tableOf = (rows: readonly (readonly string[])[]) => ({
  header: HEADER,
  rows: rows.map((cells, index) => ({ lineNumber: index + 2, cells })),
})
const review = (...rows: readonly (readonly string[])[]) => reviewCatalogue(tableOf(rows))
const PLAIN = ['TEH', 'Teh Botol', '4500', '', '', '', '', '12']
const RICE = ['BERAS', 'Beras Curah', '14500', '', 'KG', 'tidak', '', '180,5']

describe('regular price, unit, tax and bundle of an imported item', () => {
  test('are read in Indonesian', () => {
    const bundle = ['PAKET', 'Paket', '20.000', 'Rp 23.500', 'pcs', 'ya', 'teh x2; BERAS x0,5', '9']
    const reviewed = review(PLAIN, RICE, bundle)
    expect(reviewed.refused).toEqual([])
    expect(reviewed.accepted.map(({ item, stock }) => ({ ...item, stock }))).toMatchObject([
      { sku: 'TEH', soldBy: 'piece', isTaxed: true, regularPrice: null, components: [], stock: 12 },
      { sku: 'BERAS', soldBy: 'weight', isTaxed: false, regularPrice: null, stock: 180.5 },
      {
        sku: 'PAKET',
        regularPrice: 23_500,
        components: [
          { sku: 'TEH', quantity: 2 },
          { sku: 'BERAS', quantity: 0.5 },
        ],
        stock: null,
      },
    ])
  })

  test.each([
    [3, '4.000', 'regular', 'regular.below-price'],
    [3, 'mahal', 'regular', 'regular.unreadable'],
    [4, 'gram', 'unit', 'unit.unknown'],
    [5, 'mungkin', 'tax', 'tax.unknown'],
    [6, 'SUSU banyak', 'bundle', 'bundle.unreadable'],
    [6, 'SUSU x0', 'bundle', 'bundle.unreadable'],
    [6, 'SUSU x1; susu x2', 'bundle', 'bundle.doubled'],
    [6, 'teh x2', 'bundle', 'bundle.itself'],
    [6, 'SUSU x2', 'bundle', 'bundle.unknown'],
    [7, '1,5', 'stock', 'stock.unreadable'],
  ])('in cell %i are refused when they say “%s”, naming row and column', (place, text, column, code) => {
    const reviewed = review(PLAIN.with(place, text))
    expect(reviewed.accepted).toEqual([])
    expect(reviewed.refused).toMatchObject([
      { lineNumber: 2, column, code, message: { id: expect.any(String), en: expect.any(String) } },
    ])
  })

  test('a weight whose dot could mean thousands is refused with what to write', () => {
    const [problem] = review(RICE.with(7, '1.298')).refused
    expect(problem).toMatchObject({ column: 'stock', code: 'stock.ambiguous' })
    expect(problem?.message.id).toContain('1298 atau 1,298')
  })

  test('a regular price that is no higher than the price is no reduction', () => {
    expect(review(PLAIN.with(3, '4500')).accepted[0]?.item.regularPrice).toBeNull()
  })

  test('a bundle of bundles, of a refused row, or of half a piece is refused, and nothing else', () => {
    const inner = ['DUA', 'Dua teh', '8000', '', '', '', 'TEH x2', '']
    const outer = ['EMPAT', 'Empat teh', '15000', '', '', '', 'DUA x2', '']
    const lost = ['LOST', 'Hilang', '15000', '', '', '', 'RUSAK', '']
    const broken = ['RUSAK', 'Rusak', 'x', '', '', '', '', '']
    const half = ['HALF', 'Setengah', '2500', '', '', '', 'TEH x0,5', '']
    const reviewed = review(PLAIN, inner, outer, lost, broken, half)
    expect(reviewed.accepted.map(({ item }) => item.sku)).toEqual(['TEH', 'DUA'])
    expect(reviewed.refused.map(({ code }) => code)).toEqual([
      'bundle.nested',
      'bundle.unknown',
      'price.unreadable',
      'bundle.fraction',
    ])
  })

  test('the parts of a bundle may be items that the till sells already, spelled as it spells them', () => {
    const reviewer = createCatalogueReviewer(HEADER, {
      ownerOfBarcode: () => null,
      spellingOfSku: (sku) => (sku.toLowerCase() === 'susu' ? 'Susu' : null),
    })
    reviewer.judge(tableOf([PLAIN.with(6, 'SUSU')]).rows)
    expect(reviewer.finish().accepted[0]?.item.components).toEqual([{ sku: 'Susu', quantity: 1 }])
  })
})

test('“regular price” is the price where it stands alone, and the one before a reduction beside another', () => {
  const rows = [{ lineNumber: 2, cells: ['A', 'Teh', '5000', '4500'] }]
  const alone = reviewCatalogue({ header: ['sku', 'name', 'Regular Price'], rows })
  expect(alone.accepted[0]?.item).toMatchObject({ price: 5_000, regularPrice: null })
  const both = reviewCatalogue({ header: ['sku', 'name', 'Regular Price', 'Selling Price'], rows })
  expect(both.accepted[0]?.item).toMatchObject({ price: 4_500, regularPrice: 5_000 })
})
