import { pageOf, wholeFrom } from '../paging.ts'
import { jsonAnswer, type ServiceAnswer } from '../service-answer.ts'
import { type FilterFields, filterOf } from './accurate-filter.ts'

/** A record as an answer shows it. */
export type View = Readonly<Record<string, unknown>>

/** How one module's `list.do` answers. */
export type ListModule<Row> = {
  readonly rows: readonly Row[]
  readonly filters: FilterFields<Row>
  /** What may be asked for with `fields`; anything else is left out without a word. */
  readonly view: (row: Row) => View
}

const DEFAULT_PAGE_SIZE = 20
/** The largest page that a client has said to be honoured; the real limit is unknown. */
const LARGEST_PAGE_SIZE = 1000
const LARGEST_PAGE = Number.MAX_SAFE_INTEGER

/** One page of a module. Without `fields` rows carry only `id`; with them, `id` only where it is named. */
export const listAnswer = <Row>(query: URLSearchParams, module: ListModule<Row>): ServiceAnswer => {
  const filter = filterOf(query, module.filters)
  if (!filter.ok) return jsonAnswer(200, { s: false, d: [filter.error] })
  const sort = query.get('sp.sort')
  const page = pageOf(
    sorted(module.rows.filter(filter.value), sort, module.view),
    wholeFrom(query.get('sp.page'), 1, LARGEST_PAGE),
    wholeFrom(query.get('sp.pageSize'), DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE),
  )
  const fields = (query.get('fields') ?? 'id').split(',').map((name) => name.trim())
  return jsonAnswer(200, {
    s: true,
    d: page.rows.map((row) => pick(module.view(row), fields)),
    sp: {
      page: page.page,
      sort,
      pageSize: page.pageSize,
      pageCount: page.pageCount,
      rowCount: page.rowCount,
      start: page.start,
      limit: null,
    },
  })
}

const pick = (view: View, fields: readonly string[]): View => {
  const picked: Record<string, unknown> = {}
  for (const field of fields) {
    const [name = '', ...rest] = field.split('.')
    if (!Object.hasOwn(view, name)) continue
    if (rest.length === 0) {
      picked[name] = view[name]
      continue
    }
    const inner = view[name]
    if (!isView(inner)) continue
    const before = picked[name]
    picked[name] = { ...(isView(before) ? before : {}), ...pick(inner, [rest.join('.')]) }
  }
  return picked
}

const isView = (value: unknown): value is View => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `name|asc;no|desc`, on plain texts and numbers; other names leave the order as it is. */
const sorted = <Row>(rows: readonly Row[], sort: string | null, view: (row: Row) => View): readonly Row[] => {
  if (sort === null || sort === '') return rows
  const keys = sort.split(';').map((part) => {
    const [name = '', direction = 'asc'] = part.split('|')
    return { name, sign: direction === 'desc' ? -1 : 1 }
  })
  const keyed = rows.map((row) => ({ row, shown: view(row) }))
  keyed.sort((left, right) => {
    for (const { name, sign } of keys) {
      const order = compare(left.shown[name], right.shown[name])
      if (order !== 0) return order * sign
    }
    return 0
  })
  return keyed.map(({ row }) => row)
}

const compare = (left: unknown, right: unknown): number => {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return typeof left === 'string' && typeof right === 'string' ? left.localeCompare(right) : 0
}
