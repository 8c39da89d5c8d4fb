import type { z } from 'zod'
import { invokeContract, type AnswerOf, type InvokeName, type RequestOf } from '../../shared/ipc/contract.ts'

/** One handler for every message of the contract: a missing one does not compile. */
export type InvokeHandlers = {
  readonly [Name in InvokeName]: (request: RequestOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>
}

type InvokeSchemas = {
  readonly [Name in InvokeName]: {
    readonly request: z.ZodType<RequestOf<Name>>
    readonly answer: z.ZodType<AnswerOf<Name>>
  }
}
const schemas: InvokeSchemas = invokeContract

/** A message that does not fit the contract: names the message and the fields, never their values. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}

const fieldsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.map(String).join('.') || '(whole)'}: ${issue.message}`).join('; ')

/** Parses with a schema of the contract; throws a ContractError that names the fields that do not fit. */
export const parseMessage = <Value>(schema: z.ZodType<Value>, value: unknown, what: string): Value => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ContractError(`${what} does not fit the contract: ${fieldsOf(parsed.error)}`)
}

/** Answers one message: parses the request, calls its handler, and parses the answer, so that neither side sees a foreign shape. */
export const answerInvoke = async <Name extends InvokeName>(
  handlers: InvokeHandlers,
  name: Name,
  rawRequest: unknown,
): Promise<AnswerOf<Name>> => {
  const request = parseMessage<RequestOf<Name>>(schemas[name].request, rawRequest, `The request of ${name}`)
  const answer: unknown = await handlers[name](request)
  return parseMessage<AnswerOf<Name>>(schemas[name].answer, answer, `The answer of ${name}`)
}
