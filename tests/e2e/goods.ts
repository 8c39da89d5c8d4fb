/** An item of the practice catalogue, as printed on its shelf. */
export type GoodsItem = {
  readonly sku: string
  readonly barcode: string
  readonly name: string
  readonly price: number
}

export const BENG_BENG = { sku: 'SNAC-0001', barcode: '8996001354124', name: 'Beng-beng', price: 2_000 }
export const CHIKI_BALL = { sku: 'SNAC-0003', barcode: '089686590036', name: 'Chiki Ball Rasa Keju', price: 1_000 }
export const KALPA = { sku: 'SNAC-0008', barcode: '8996001354001', name: 'Kalpa', price: 2_000 }
export const INDOMIE = { sku: 'MIE-0001', barcode: '089686010015', name: 'Indomie Ayam Bawang', price: 3_000 }
export const MIXAGRIP = { sku: 'OBAT-0001', barcode: '8995858999991', name: 'Mixagrip Per Butir', price: 500 }
export const JUICE_BOX = {
  sku: 'MINU-0011',
  barcode: '8994116101183',
  name: 'Country Choice Kotak 250 ml',
  price: 5_000,
}
/** Five of {@link INDOMIE}. */
export const INDOMIE_BUNDLE = { sku: 'PAKE-0001', name: 'Paket Hemat Indomie Ayam Bawang isi 5', price: 14_000 }
/** Sold by weight; the price is that of a kilogram. */
export const LOOSE_RICE = { sku: 'CURA-0001', name: 'Beras Pandan Wangi Curah', price: 14_500 }
