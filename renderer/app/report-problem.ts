import type { Bridge } from '../../shared/ipc/bridge.ts'

/** Writes a problem that nobody waits for into the log. */
export type ReportProblem = (scope: string, problem: unknown) => void

/** The words of whatever was thrown. */
export const messageOf = (problem: unknown): string =>
  problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)

/** Reports through the bridge; if even the log is gone there is nowhere left to say it. */
export const createReport =
  (bridge: Pick<Bridge, 'log'>): ReportProblem =>
  (scope, problem) => {
    bridge.log({ level: 'error', scope, message: messageOf(problem) }).catch(() => undefined)
  }
