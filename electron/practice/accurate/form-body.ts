type Branch = Map<string, Branch | string>

/** A classic form body (`detailItem[0].itemNo=…`) as the nested value that the JSON body would be. */
export const parseFormBody = (text: string): unknown => {
  const root: Branch = new Map()
  for (const [key, value] of new URLSearchParams(text)) {
    const parts = key.split(/[.[\]]+/).filter((part) => part !== '')
    const last = parts.pop()
    if (last === undefined) continue
    parts.reduce(childOf, root).set(last, value)
  }
  return valueOf(root)
}

const childOf = (parent: Branch, name: string): Branch => {
  const existing = parent.get(name)
  if (existing instanceof Map) return existing
  const created: Branch = new Map()
  parent.set(name, created)
  return created
}

const valueOf = (node: Branch | string): unknown => {
  if (typeof node === 'string') return node
  const entries = [...node].map(([name, child]): readonly [string, unknown] => [name, valueOf(child)])
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))
  if (!isList) return Object.fromEntries(entries)
  return entries.toSorted(([left], [right]) => Number(left) - Number(right)).map(([, value]) => value)
}
