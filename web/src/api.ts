// Questions to the API, answered or thrown as an error that a reader can understand.
import { postRaw } from './post'

type Failure = { message: string; extensions?: { code?: string; requestId?: string } }
type Answer<T> = { data?: T | null; errors?: Failure[] }

/** An error that the API gave, with its code from the API's closed list. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message)
  }
}

/** Asks one question. It throws when the answer holds an error, even if a part of it could be answered. */
export async function ask<T>(query: string, variables: object, signal?: AbortSignal): Promise<T> {
  const answer = (await postRaw({ query, variables }, {}, signal)) as Answer<T>
  const failure = answer.errors?.[0]
  if (failure) throw new ApiError(described(failure), failure.extensions?.code ?? 'INTERNAL')
  if (!answer.data) throw new Error('the server answered without data')
  return answer.data
}

function described(failure: Failure): string {
  const id = failure.extensions?.requestId
  return id ? `${failure.message} (request ${id})` : failure.message
}

/** What an error says, for the reader. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Whether an error only says that nobody waits for the answer any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
