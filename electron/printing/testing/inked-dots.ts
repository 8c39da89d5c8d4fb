import { isBlack, type MonoPicture } from '../mono-picture.ts'

/** Every black dot of a picture, as x and y. */
export const inkedDots = (picture: MonoPicture): readonly (readonly [x: number, y: number])[] => {
  const dots: [number, number][] = []
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) if (isBlack(picture, x, y)) dots.push([x, y])
  }
  return dots
}
