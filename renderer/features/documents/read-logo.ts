import type { GreyImage } from '../../../shared/documents/document-design.ts'
import { toBase64 } from '../../ui/to-base64.ts'

/** Wider or higher than this no receipt printer draws it. */
const MOST_PX = 400
const MOST_BYTES = 10 * 1024 * 1024

/** What became of a picture file. */
export type ReadLogo =
  | { readonly type: 'read'; readonly image: GreyImage }
  | { readonly type: 'unreadable' }
  | { readonly type: 'too-large' }

/** Luma as ITU-R BT.601 weighs it, over white paper. */
const greyOf = (pixels: Uint8ClampedArray): Uint8Array => {
  const grey = new Uint8Array(pixels.length / 4)
  for (let index = 0; index < grey.length; index += 1) {
    const [red = 255, green = 255, blue = 255] = pixels.subarray(index * 4, index * 4 + 3)
    grey[index] = Math.round(red * 0.299 + green * 0.587 + blue * 0.114)
  }
  return grey
}

/** Reads a picture file as grey dots, at most 400 wide and high. */
export const readLogo = async (file: Blob): Promise<ReadLogo> => {
  if (file.size > MOST_BYTES) return { type: 'too-large' }
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    // Whatever it is, the browser does not know it as a picture; the caller says so.
    return { type: 'unreadable' }
  }
  const scale = Math.min(1, MOST_PX / Math.max(bitmap.width, bitmap.height))
  const widthPx = Math.max(1, Math.round(bitmap.width * scale))
  const heightPx = Math.max(1, Math.round(bitmap.height * scale))
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d')
  if (context === null) return { type: 'unreadable' }
  context.fillStyle = 'white'
  context.fillRect(0, 0, widthPx, heightPx)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, widthPx, heightPx)
  bitmap.close()
  const { data } = context.getImageData(0, 0, widthPx, heightPx)
  return { type: 'read', image: { widthPx, heightPx, greyBase64: toBase64(greyOf(data)) } }
}
