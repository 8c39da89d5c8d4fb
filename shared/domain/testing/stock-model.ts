import { addQuantities } from '../quantity.ts'
import type { SalesRoute } from '../sales-route.ts'
import { countDocument, moveDocument, type CountedGoods, type StockDocumentHead } from '../stock-document-builders.ts'
import { serviceCountOf, isRest, movementsOfDocument } from '../stock-movements.ts'
import { serviceQuantityOf, stockOwnerOf, stockStepIdOfDocument, type StockDocument } from '../stock-document.ts'
import { acknowledge, applyPull, cancelMovement, shownAvailable } from '../stock-ledger.ts'
import type { Movement, StockLevel } from '../stock-level.ts'
import { shownOnHand, type LeavingStep } from '../stock-on-hand.ts'

/** What may happen to the one SKU of the model. Quantities are above 0; indexes choose among what waits. */
export type StockEvent =
  | { readonly type: 'sell'; readonly quantity: number; readonly isDelivery: boolean }
  | { readonly type: 'take-back'; readonly quantity: number }
  | { readonly type: 'void'; readonly index: number }
  | { readonly type: 'count' }
  | { readonly type: 'approve' }
  | { readonly type: 'move'; readonly kind: 'in' | 'out'; readonly quantity: number }
  | { readonly type: 'send'; readonly index: number; readonly isAnswerLost: boolean }
  | { readonly type: 'sold-elsewhere'; readonly quantity: number }
  | { readonly type: 'begin-pull' }
  | { readonly type: 'end-pull' }
  | { readonly type: 'lose-database' }

type Job = {
  readonly stepId: string
  readonly saleId: string
  /** What reaches the service's reserved (an order) or its on hand (all else). */
  readonly reserves: number
  readonly onHand: number
  readonly document: StockDocument | null
  isSent: boolean
  sentAtMs: number
  settledAtMs: number | null
}

/**
 * A shelf, the service that owns stock, and a till that works with the real ledger; one SKU. The shelf knows what is true;
 * the till only what it did itself and what it pulls.
 */
export class StockModel {
  shelf: number
  promised = 0
  service: { onHand: number; reserved: number }
  level: StockLevel | null = null
  movements: readonly Movement[] = []
  jobs: Job[] = []
  nowMs = 1_000
  private written: readonly Movement[] = []
  private counting: CountedGoods | null = null
  /** Somebody else has moved stock since the figures that the till has. */
  private isBehind = false
  private isCountBehind = false
  private snapshotAtMs = 0
  private pullBeganAtMs: number | null = null
  private readonly deliveries = new Set<string>()
  private readonly route: SalesRoute
  private readonly soldBy: 'piece' | 'weight'
  private sequence = 0

  constructor(start: number, route: SalesRoute, soldBy: 'piece' | 'weight') {
    this.shelf = start
    this.service = { onHand: start, reserved: 0 }
    this.route = route
    this.soldBy = soldBy
  }

  private get isForstok(): boolean {
    return stockOwnerOf(this.route) === 'forstok'
  }

  private nextId(): string {
    this.sequence += 1
    return `00000000-0000-4000-8000-${String(this.sequence).padStart(12, '0')}`
  }

  private write(movements: readonly Movement[]): void {
    this.movements = [...this.movements, ...movements]
    this.written = [...this.written, ...movements]
  }

  private addJob(job: Omit<Job, 'isSent' | 'sentAtMs' | 'settledAtMs'>): void {
    this.jobs.push({ ...job, isSent: false, sentAtMs: 0, settledAtMs: null })
  }

  private moveByHand(saleId: string, cause: 'sale' | 'return', quantity: number, whole: number, stepId: string): void {
    const base = {
      sku: 'A',
      warehouseId: 'W',
      cause,
      saleId,
      atMs: this.nowMs,
      state: 'local',
      acknowledgedAtMs: null,
    } as const
    const rest = addQuantities(quantity, -whole)
    this.write([
      { ...base, id: `${saleId}/A`, quantity: whole, stepId },
      ...(rest === 0 ? [] : [{ ...base, id: `${saleId}/A/rest`, quantity: rest, stepId: null }]),
    ])
  }

  private sell(quantity: number, isDelivery: boolean): void {
    const saleId = this.nextId()
    // A weighed line is one row at Forstok. Deliveries of weighed goods are left out: see `shownOnHand`.
    const isShipped = isDelivery && this.isForstok && this.soldBy === 'piece'
    const whole = this.isForstok && this.soldBy === 'weight' ? 1 : quantity
    const stepId = `${saleId}/${this.isForstok ? 'forstok.order' : 'accurate.invoice'}`
    if (isShipped) {
      this.promised = addQuantities(this.promised, quantity)
      this.deliveries.add(saleId)
    } else this.shelf = addQuantities(this.shelf, -quantity)
    this.moveByHand(saleId, 'sale', -quantity, -whole, stepId)
    this.addJob({
      stepId,
      saleId,
      reserves: this.isForstok ? whole : 0,
      onHand: this.isForstok ? 0 : -whole,
      document: null,
    })
    if (this.isForstok && !isShipped)
      this.addJob({
        stepId: `${saleId}/forstok.ready-to-ship`,
        saleId,
        reserves: -whole,
        onHand: -whole,
        document: null,
      })
  }

  private takeBack(quantity: number): void {
    const saleId = this.nextId()
    const whole = this.isForstok && this.soldBy === 'weight' ? 0 : quantity
    const stepId = `${saleId}/${this.isForstok ? 'forstok.return' : 'accurate.return'}`
    this.shelf = addQuantities(this.shelf, quantity)
    this.moveByHand(saleId, 'return', quantity, whole, stepId)
    this.addJob({ stepId, saleId, reserves: 0, onHand: whole, document: null })
  }

  private voidOne(index: number): void {
    const saleIds = [...new Set(this.jobs.filter((job) => job.document === null).map((job) => job.saleId))]
    const saleId = saleIds[index % Math.max(saleIds.length, 1)]
    const own = this.movements.filter((movement) => movement.saleId === saleId)
    const isUntried = this.jobs.every((job) => job.saleId !== saleId || !job.isSent)
    const isTaken = own.some((movement) => isRest(movement) && movement.stepId !== null)
    if (saleId === undefined || !isUntried || isTaken || own.some((each) => each.cause !== 'sale')) return
    const sold = addQuantities(...own.map((movement) => -movement.quantity))
    if (this.deliveries.has(saleId)) this.promised = addQuantities(this.promised, -sold)
    else this.shelf = addQuantities(this.shelf, sold)
    this.jobs = this.jobs.filter((job) => job.saleId !== saleId)
    this.replace(
      own.flatMap((each) => cancelMovement(each, { id: `${each.id}/void`, cause: 'void', atMs: this.nowMs }) ?? []),
    )
    this.written = this.written.filter((movement) => movement.saleId !== saleId)
  }

  private replace(changed: readonly Movement[]): void {
    const byId = new Map([...this.movements, ...changed].map((movement) => [movement.id, movement]))
    this.movements = [...byId.values()]
  }

  private head(): StockDocumentHead {
    const id = this.nextId()
    return {
      id,
      number: `K1-S261121-${String(this.sequence).padStart(4, '0')}`,
      register: 'K1',
      by: 'Kasir',
      approval: null,
      atMs: this.nowMs,
      utcOffsetMinutes: 420,
      warehouseId: 'W',
      note: '',
      route: this.route,
    }
  }

  private submit(document: StockDocument): void {
    const stepId = stockStepIdOfDocument(document)
    this.write(movementsOfDocument(document))
    this.adopt(document)
    const [line] = document.lines
    const change = line === undefined ? 0 : serviceQuantityOf(line)
    if (change !== 0) this.addJob({ stepId, saleId: document.id, reserves: 0, onHand: change, document })
  }

  private adopt(document: StockDocument): void {
    const taken = new Set(document.lines.flatMap((line) => line.supersedes))
    const stepId = stockStepIdOfDocument(document)
    this.replace(
      this.movements.filter((each) => taken.has(each.id) && each.stepId === null).map((each) => ({ ...each, stepId })),
    )
  }

  private leavingOf = (movement: Movement): LeavingStep => {
    if (movement.stepId?.endsWith('/forstok.order') !== true) return null
    if (this.deliveries.has(movement.saleId)) return 'shipping'
    const job = this.jobs.find((each) => each.stepId === `${movement.saleId}/forstok.ready-to-ship`)
    return job === undefined
      ? null
      : { state: job.settledAtMs === null ? 'queued' : 'sent', settledAtMs: job.settledAtMs }
  }

  /** On hand as the till shows it; null before the first pull. */
  onHand(): number | null {
    const physical = this.movements.filter((each) => each.state !== 'contained' || each.acknowledgedAtMs !== null)
    return this.level === null ? null : shownOnHand(this.level, physical, this.leavingOf)
  }

  /** Available as the till shows it; null before the first pull. */
  available(): number | null {
    return this.level === null ? null : shownAvailable(this.level, this.movements)
  }

  private count(): void {
    const expected = this.onHand()
    const { level } = this
    if (expected === null || level === null || this.shelf < 0) return
    // What arrived before the figures were read but was not known to have is counted again later: see `mayBeContained`.
    const isInDoubt = this.jobs.some(
      (job) => job.isSent && job.sentAtMs < this.snapshotAtMs && (job.settledAtMs ?? Infinity) >= level.pulledAtMs,
    )
    if (isInDoubt) return
    this.isCountBehind = this.isBehind
    this.counting = {
      sku: 'A',
      name: 'A',
      soldBy: this.soldBy,
      counted: this.shelf,
      countedAtMs: this.nowMs,
      expected,
      pulledOnHand: level.onHand,
      pulledAtMs: level.pulledAtMs,
      now: { onHand: expected, restIds: [], restQuantity: 0 },
    }
  }

  private approve(): void {
    if (this.counting === null) return
    const rests = this.movements.filter((each) => isRest(each) && each.stepId === null && each.state === 'local')
    const restIds = rests.map((each) => each.id)
    const restQuantity = addQuantities(...rests.map((each) => each.quantity))
    const onHand = this.onHand() ?? 0
    const built = countDocument([{ ...this.counting, now: { onHand, restIds, restQuantity } }], this.head())
    this.counting = null
    if (!built.ok) throw new Error(built.error.message.en)
    const [line] = built.value.lines
    const service = line === undefined ? null : serviceCountOf(line)
    if (service !== null && this.isForstok && !Number.isInteger(service.counted)) throw new Error('not whole')
    this.submit(built.value)
    // The service's figure is no longer what the count was compared with: refused, and called off.
    if (this.isCountBehind) this.callOff(built.value)
  }

  private callOff(document: StockDocument): void {
    const stepId = stockStepIdOfDocument(document)
    this.jobs = this.jobs.filter((job) => job.stepId !== stepId)
    const own = this.movements.filter((each) => each.saleId === document.id)
    const how = (each: Movement) => ({ id: `${each.id}/void`, cause: 'void', atMs: this.nowMs }) as const
    this.replace(own.flatMap((each) => cancelMovement(each, how(each)) ?? []))
    this.replace(
      this.movements
        .filter((each) => each.stepId === stepId && each.saleId !== document.id)
        .map((each) => ({ ...each, stepId: null })),
    )
    this.written = this.written.filter((each) => each.saleId !== document.id)
  }

  private move(kind: 'in' | 'out', quantity: number): void {
    this.shelf = addQuantities(this.shelf, kind === 'in' ? quantity : -quantity)
    const goods = [{ sku: 'A', name: 'A', soldBy: this.soldBy, quantity }]
    const built = moveDocument(kind, goods, kind === 'in' ? 'Restock' : 'Broken', this.head())
    if (!built.ok) throw new Error(built.error.message.en)
    this.submit(built.value)
  }

  /** Steps of one sale go in order; the service has the effect once, whether its answer comes back or not. */
  private send(index: number, isAnswerLost: boolean): void {
    const waiting = this.jobs.filter((job) => job.settledAtMs === null)
    const chosen = waiting[index % Math.max(waiting.length, 1)]
    const job = waiting.find((each) => each.saleId === chosen?.saleId)
    if (job === undefined) return
    if (!job.isSent) {
      this.service.onHand = addQuantities(this.service.onHand, job.onHand)
      this.service.reserved = addQuantities(this.service.reserved, job.reserves)
      job.isSent = true
      job.sentAtMs = this.nowMs
    }
    if (isAnswerLost) return
    job.settledAtMs = this.nowMs
    this.movements = this.movements.map((each) => (each.stepId === job.stepId ? acknowledge(each, this.nowMs) : each))
  }

  private endPull(): void {
    const { onHand, reserved } = this.service
    const row = { sku: 'A', warehouseId: 'W', onHand, reserved, available: addQuantities(onHand, -reserved) }
    const open = this.movements.filter((each) => each.state !== 'contained')
    const pulled = applyPull(this.level, row, open, this.pullBeganAtMs ?? this.nowMs, () => null)
    this.pullBeganAtMs = null
    this.level = pulled.level
    this.isBehind = false
    this.snapshotAtMs = this.nowMs
    this.replace(pulled.movements)
    const hasFinding = pulled.findings.some((finding) => finding.kind === 'oversold')
    if (hasFinding !== (this.available() ?? 0) < 0) throw new Error('what is below zero is not what is found oversold')
  }

  /** All levels and movements are gone; sales and documents come back from the journal, and what arrived is known. */
  private loseDatabase(): void {
    this.level = null
    this.counting = null
    this.pullBeganAtMs = null
    this.movements = this.written
    for (const { document } of this.jobs) if (document !== null) this.adopt(document)
    const settled = new Set(this.jobs.filter((job) => job.settledAtMs !== null).map((job) => job.stepId))
    const isKnown = (each: Movement): boolean => each.stepId !== null && settled.has(each.stepId)
    this.movements = this.movements.map((each) => (isKnown(each) ? acknowledge(each, this.nowMs) : each))
    for (const job of this.jobs) if (job.settledAtMs !== null) job.settledAtMs = this.nowMs
  }

  /** Lets one thing happen, a moment after the one before. */
  happen(event: StockEvent): void {
    this.nowMs += 10
    if (event.type === 'sell') this.sell(event.quantity, event.isDelivery)
    else if (event.type === 'take-back') this.takeBack(event.quantity)
    else if (event.type === 'void') this.voidOne(event.index)
    else if (event.type === 'count') this.count()
    else if (event.type === 'approve') this.approve()
    else if (event.type === 'move') this.move(event.kind, event.quantity)
    else if (event.type === 'send') this.send(event.index, event.isAnswerLost)
    else if (event.type === 'begin-pull') this.pullBeganAtMs = this.nowMs
    else if (event.type === 'end-pull') this.endPull()
    else if (event.type === 'lose-database') this.loseDatabase()
    else {
      // A shop elsewhere sells from the same shelf, in one go.
      this.shelf = addQuantities(this.shelf, -event.quantity)
      this.service.onHand = addQuantities(this.service.onHand, -event.quantity)
      this.isBehind = true
      this.isCountBehind = true
    }
  }

  /** Sends all that waits, then pulls. */
  settle(): void {
    this.pullBeganAtMs = null
    while (this.jobs.some((job) => job.settledAtMs === null))
      this.happen({ type: 'send', index: 0, isAnswerLost: false })
    this.happen({ type: 'end-pull' })
  }
}
