/** Every tunable number of the sync engine, in milliseconds where the name says so. */
export type SyncTiming = {
  /** A request without a complete answer after this long is given up. */
  readonly requestTimeoutMs: number
  /** A connection (name look-up, TCP, TLS) not standing after this long is given up; nothing was sent then. */
  readonly connectTimeoutMs: number
  /** How long a claimed step is ours. */
  readonly leaseMs: number
  /** A write only starts while the lease lasts a request's time-out and this much longer. */
  readonly leaseMarginMs: number
  readonly batchSize: number
  readonly backOffFloorMs: number
  readonly backOffCeilingMs: number
  /** A line that is down is looked for at least this often: one cheap call, and a shop that is back must not wait a minute. */
  readonly probeCeilingMs: number
  /** A look-up that finds nothing is only believed this long after the last sending, since the service may still be committing. */
  readonly forstokAbsenceTrustDelayMs: number
  /** 0: Accurate refuses a second document of the same number by itself. */
  readonly accurateAbsenceTrustDelayMs: number
  /** How often the outbox is asked although nothing woke the loop. */
  readonly pollIntervalMs: number
  /** An idle link that is up is tried this often, so that what the status bar says stays true. */
  readonly idleProbeIntervalMs: number
  readonly stockPullIntervalMs: number
  /** How long a stock pull waits for due sales to be pushed first. */
  readonly pushBeforePullMs: number
  /** So many requests in a row without a usable answer (lost, 5xx) make the link `down`. */
  readonly troublesToDown: number
  /** Accurate allows 8 calls a second and 8 in flight; 6 leaves room for jitter on the line. */
  readonly accurateCallsPerSecond: number
  readonly accurateInFlight: number
  readonly forstokInFlight: number
  /** Forstok's stock calls: this many at once, then one each interval; together at most 50 in any minute. */
  readonly stockCallBurst: number
  readonly stockCallIntervalMs: number
  /** Wait after a 429 that does not say how long. */
  readonly tooManyRequestsMs: number
  /** How long `stop` waits for requests under way. */
  readonly stopGraceMs: number
  /** `lastAnswerMs` alone is told to the page at most this often. */
  readonly lastAnswerNewsMs: number
}

/** What the app runs with; tests pass smaller numbers. */
export const DEFAULT_SYNC_TIMING: SyncTiming = {
  requestTimeoutMs: 20_000,
  connectTimeoutMs: 5_000,
  leaseMs: 60_000,
  leaseMarginMs: 5_000,
  batchSize: 12,
  backOffFloorMs: 1_000,
  backOffCeilingMs: 60_000,
  probeCeilingMs: 15_000,
  forstokAbsenceTrustDelayMs: 10_000,
  accurateAbsenceTrustDelayMs: 0,
  pollIntervalMs: 15_000,
  idleProbeIntervalMs: 60_000,
  stockPullIntervalMs: 300_000,
  pushBeforePullMs: 30_000,
  troublesToDown: 4,
  accurateCallsPerSecond: 6,
  accurateInFlight: 6,
  forstokInFlight: 6,
  stockCallBurst: 20,
  stockCallIntervalMs: 2_000,
  tooManyRequestsMs: 2_000,
  stopGraceMs: 3_000,
  lastAnswerNewsMs: 10_000,
}
