import { formatQuantity } from '../../../shared/domain/quantity.ts'
import type { Attention } from '../../../shared/domain/step.ts'
import type { StockChange, StockProblem, StockSetting } from './stock-changes.ts'

const signed = (quantity: number): string => `${quantity > 0 ? '+' : ''}${formatQuantity(quantity)}`

const shown = (quantity: number | null): string => (quantity === null ? '?' : formatQuantity(quantity))

const wantedText = ({ wanted }: StockChange, counted: string): string =>
  wanted.type === 'count' ? `${counted} ${formatQuantity(wanted.counted)}` : signed(wanted.quantity)

const REMEDIES = {
  'stock-moved': {
    id: (list: string) =>
      `Stok berubah sejak dihitung, jadi angka hitungan tidak dikirim: ${list}. Hitung ulang barang ini di tab Hitung: hitungan baru menggantikannya. Atau batalkan barisnya.`,
    en: (list: string) =>
      `Moved since the count, so the counted figure was not sent: ${list}. Count these again in the Count tab: the new count takes their place. Or call the lines off.`,
  },
  'stock-below-zero': {
    id: (list: string) =>
      `Forstok tidak menerima stok di bawah 0: ${list}. Hitung barang ini di rak, perbaiki On Hand di Forstok, lalu tekan Coba lagi. Atau batalkan barisnya.`,
    en: (list: string) =>
      `Forstok takes no figure below 0: ${list}. Count these on the shelf, correct On Hand at Forstok, then press Try again. Or call the lines off.`,
  },
  'stock-not-whole': {
    id: (list: string) =>
      `Forstok hanya menyimpan jumlah bulat: ${list}. Sesuaikan On Hand barang timbang di Forstok, lalu tutup langkah ini dengan alasannya.`,
    en: (list: string) =>
      `Forstok holds whole pieces only: ${list}. Adjust On Hand of these weighed items at Forstok, then close this step with the reason.`,
  },
  'unknown-item': {
    id: (list: string) =>
      `Tidak ada (atau belum dikonfirmasi) di Forstok: ${list}. Buat atau konfirmasi produknya di sana, lalu tekan Coba lagi.`,
    en: (list: string) =>
      `Not at Forstok, or not confirmed there: ${list}. Create or confirm the products there, then press Try again.`,
  },
} as const satisfies Record<StockProblem['kind'], Record<'id' | 'en', (list: string) => string>>

/** SKUs of a document whose figures cannot be set, each kind with its remedy. */
export const stockProblems = (problems: readonly StockProblem[]): Attention => {
  const kinds = [...new Set(problems.map((problem) => problem.kind))]
  const listOf = (kind: StockProblem['kind'], counted: string): string =>
    problems
      .filter((problem) => problem.kind === kind)
      .map(({ change, onHand }) => `${change.sku} (On Hand ${shown(onHand)}, ${wantedText(change, counted)})`)
      .join(', ')
  const words = problems.map(({ change, onHand }) => `${change.sku} On Hand ${shown(onHand)}`).join(', ')
  return {
    code: kinds[0] ?? 'stock-moved',
    message: `Forstok: ${words}`,
    remedy: {
      id: kinds.map((kind) => REMEDIES[kind].id(listOf(kind, 'hitungan'))).join(' '),
      en: kinds.map((kind) => REMEDIES[kind].en(listOf(kind, 'count'))).join(' '),
    },
    httpStatus: null,
  }
}

/** A difference that may have arrived or not: never sent again by itself. Names both figures that may be right. */
export const stockUnclear = (
  unclear: readonly { readonly change: StockChange; readonly onHand: number | null; readonly quantity: number }[],
): Attention => {
  const list = (words: { readonly has: string; readonly hasNot: string }): string =>
    unclear
      .map(({ change, onHand, quantity }) => {
        const without = onHand === null ? '?' : formatQuantity(onHand + quantity)
        return `${change.sku} ${signed(quantity)}: On Hand ${shown(onHand)} (${words.has} ${shown(onHand)}, ${words.hasNot} ${without})`
      })
      .join('; ')
  return {
    code: 'stock-unclear',
    message: `Forstok: ${unclear.map(({ change, onHand }) => `${change.sku} ${shown(onHand)}`).join(', ')}`,
    remedy: {
      id: `Tidak diketahui apakah perubahan stok ini sudah masuk di Forstok: ${list({ has: 'jika sudah masuk, biarkan', hasNot: 'jika belum, jadikan' })}. Periksa riwayat stok di Forstok, perbaiki di sana bila perlu, lalu tutup langkah ini. Konter tidak mengirimnya lagi.`,
      en: `It is not known whether this change of stock has arrived at Forstok: ${list({ has: 'if it has, leave', hasNot: 'if not, make it' })}. Look at the stock history at Forstok, correct it there if need be, then close this step. Konter does not send it again.`,
    },
    httpStatus: null,
  }
}

/** Forstok took the figures and shows others. */
const stockDiffers = (
  different: readonly { readonly setting: StockSetting; readonly onHand: number | null }[],
): Attention => {
  const list = different
    .map(({ setting, onHand }) => `${setting.sku}: Forstok ${shown(onHand)}, Konter ${formatQuantity(setting.target)}`)
    .join('; ')
  return {
    code: 'stock-differs',
    message: list,
    remedy: {
      id: `Setelah dikirim, Forstok menunjukkan angka lain: ${list}. Mungkin ada penjualan lain pada saat yang sama; periksa riwayat stok di Forstok, perbaiki bila perlu, lalu tutup langkah ini.`,
      en: `Forstok shows other figures than were set: ${list}. Another sale may have come in between; look at the stock history at Forstok, correct it if need be, then close this step.`,
    },
    httpStatus: null,
  }
}

/** Figures that were set and then differed, and those that could not be set; one of both at least. */
export const stockIncomplete = (
  different: Parameters<typeof stockDiffers>[0],
  problems: readonly StockProblem[],
): Attention => {
  if (different.length === 0) return stockProblems(problems)
  if (problems.length === 0) return stockDiffers(different)
  const [differs, refused] = [stockDiffers(different), stockProblems(problems)]
  return {
    ...refused,
    message: `${refused.message}; ${differs.message}`,
    remedy: {
      id: `${refused.remedy.id} ${differs.remedy.id}`,
      en: `${refused.remedy.en} ${differs.remedy.en}`,
    },
  }
}

/** The warehouse of a document is not in use at Forstok. */
export const stockWarehouseUnknown = (warehouseId: string): Attention => ({
  code: 'unknown-warehouse',
  message: `Forstok: ${warehouseId}`,
  remedy: {
    id: `Gudang ${warehouseId} tidak ada atau tidak aktif di Forstok. Aktifkan di sana lalu tekan Coba lagi, atau tutup langkah ini dengan alasannya.`,
    en: `Warehouse ${warehouseId} is not at Forstok, or not active. Activate it there and press Try again, or close this step with the reason.`,
  },
  httpStatus: null,
})
