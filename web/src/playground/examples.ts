// The example questions, as the server read them from its files.
export type Example = { name: string; title: string; operations: string[]; query: string; variables: string }

export async function loadExamples(): Promise<Example[]> {
  const answer = await fetch('/assets/examples.json')
  if (!answer.ok) throw new Error(`the examples could not be loaded (HTTP ${answer.status})`)
  return answer.json()
}

/** The address that opens the playground with an example. */
export function exampleLink(example: Example): string {
  return '/playground/#' + new URLSearchParams({ example: example.name })
}
