import type { ActionableError } from '../ipc/contract.ts'
import { failure, type Result } from './result.ts'

/** A refusal that the person at the till can act on. */
export const refuse = (
  code: string,
  id: string,
  en: string,
  detail: string | null = null,
): Result<never, ActionableError> => failure<ActionableError>({ code, message: { id, en }, detail })
