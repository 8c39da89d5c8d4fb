/** A rectangle of whole dots, from its upper left corner. */
export type DotRectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
