// Requests to the GraphQL API of the same origin.

/** Posts a request and returns the answer as it came, with errors if it has any. */
export async function postRaw(request: object, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<unknown> {
  const answer = await send(request, headers, signal)
  try {
    return await answer.json()
  } catch {
    throw new Error(`the server answered HTTP ${answer.status} without readable JSON`)
  }
}

async function send(request: object, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(request),
      signal: signal ?? null,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new Error('the server cannot be reached')
  }
}
