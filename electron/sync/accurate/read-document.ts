import { untrusted } from '../http/classify-exchange.ts'
import type { AccurateAnswer, AccurateClient } from './accurate-client.ts'
import { isNotFound } from './accurate-words.ts'
import type { DocumentPlan, HeldDocument } from './document-plan.ts'

/** Reads a document by its number, on a connection of its own: the words for "none" do not carry the number. */
export const readDocument = async (
  client: AccurateClient,
  plan: DocumentPlan,
): Promise<AccurateAnswer<HeldDocument | null>> => {
  const answer = await client.call({
    endpoint: plan.read,
    query: { number: plan.number },
    purpose: 'read',
    connection: 'own',
    part: 'd',
    schema: plan.schema,
  })
  if (answer.type === 'refused' && answer.status === 200 && isNotFound(answer.message))
    return { type: 'ok', value: null, message: answer.message, paging: undefined }
  if (answer.type === 'ok' && answer.value.number !== plan.number)
    return { type: 'failed', failure: untrusted('read', 'The answer carries another number', 200) }
  return answer
}
