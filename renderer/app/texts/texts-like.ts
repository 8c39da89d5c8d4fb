/** The same keys as the Indonesian texts, any words. Keeps the English side complete at compile time. */
export type TextsLike<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : TextsLike<Texts[Key]>
}
