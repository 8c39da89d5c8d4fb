/** The look of one entry of the status bar; entries that can be pressed add `focus-ring hover:bg-hover`. */
export const STATUS_ITEM =
  'flex h-11 shrink-0 items-center gap-2 px-3 text-sm whitespace-nowrap border-r border-line last:border-r-0'
export const PRESSABLE_STATUS_ITEM = `${STATUS_ITEM} focus-ring -outline-offset-2 cursor-default hover:bg-hover`
