import type { ServiceFaults } from '../../../shared/ipc/practice.ts'
import { NO_FAULTS } from '../../../shared/ipc/practice.ts'

/** True when nothing disturbs the service. */
export const isUndisturbed = (faults: ServiceFaults): boolean =>
  faults.isCut === NO_FAULTS.isCut &&
  faults.delayMs === 0 &&
  faults.loseAnswerShare === 0 &&
  faults.loseNextAnswers === 0 &&
  faults.failNextWith5xx === 0 &&
  faults.failNextWith429 === 0 &&
  !faults.refusesCredentials &&
  faults.answerTwiceNext === 0

/** A whole number within the range that the switch takes; the nearest bound otherwise, `least` for what is no number. */
export const clampWhole = (value: number, least: number, most: number): number =>
  Number.isNaN(value) ? least : Math.min(most, Math.max(least, Math.round(value)))
