// Questions to the API of the same origin, answered or thrown as a Failure that a reader can understand.
import { postRaw } from './post'

type ApiError = { message: string; extensions?: { code?: string; requestId?: string } }
type Cut = { path: (string | number)[]; limit: number }
type Body<T> = { data?: T | null; errors?: ApiError[]; extensions?: { truncated?: Cut[] } }

/** What went wrong, in words, with its code from the API's closed list, and whether the same question may succeed later. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly passing: boolean,
  ) {
    super(message)
  }
}

/** What was thrown, as a failure. */
export function failureOf(cause: unknown): Failure {
  return cause instanceof Failure ? cause : new Failure(String(cause), 'INTERNAL', false)
}

const passingCodes = ['STORE_UNAVAILABLE', 'OVERLOADED', 'TIMEOUT', 'RATE_LIMITED']

/** Asks one question. It throws when the answer holds an error, even if a part of it could be answered. */
export async function ask<T>(query: string, variables: object, signal?: AbortSignal): Promise<{ data: T; cut: Cut[] }> {
  const body = (await post(query, variables, signal)) as Body<T>
  const error = body.errors?.[0]
  if (error) throw failed(error)
  if (!body.data) throw new Failure('the server answered without data', 'INTERNAL', false)
  return { data: body.data, cut: body.extensions?.truncated ?? [] }
}

async function post(query: string, variables: object, signal?: AbortSignal): Promise<unknown> {
  try {
    return await postRaw({ query, variables }, {}, signal)
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new Failure(cause instanceof Error ? cause.message : String(cause), 'UNREACHABLE', true)
  }
}

function failed(error: ApiError): Failure {
  const { code = 'INTERNAL', requestId } = error.extensions ?? {}
  return new Failure(requestId ? `${error.message} (request ${requestId})` : error.message, code, passingCodes.includes(code))
}

export type { Cut }
