import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Larger than any sale: Forstok's orders have a line for each unit. */
export const LARGEST_BODY_BYTES = 16 * 1024 * 1024

/** The query of a request; a plus sign is a space, as both services read it. */
export const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URL(request.url, 'http://practice.invalid').searchParams

/** The body as text, '' when there is none. Needs {@link readBodiesAsText}. */
export const bodyOf = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '')

/** One header as text; null when absent or empty. */
export const headerOf = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** JSON as a value; null when the text is not JSON. An empty body counts as `{}`, since some clients send none. */
export const parseJson = (text: string): { readonly value: unknown } | null => {
  if (text.trim() === '') return { value: {} }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** Leaves every body to the service: both have their own words for one that cannot be read. */
export const readBodiesAsText = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body)
  })
}
