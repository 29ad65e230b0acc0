// All documents on file, and those that are only cited; with words, those whose text holds them.
import { Listing } from '../parts/listing'
import type { Bound, Called, PageInfo, Words, Work } from '../api/types'
import { Foreign } from '../parts/foreign'
import { DocumentLink, EntityLink } from '../parts/links'
import query from '../queries/Documents.graphql'
import { useTitle } from '../shell/title'
import { useExplorer } from '../state/exploration'

export type Listed = Work & { onFile: boolean; publisher: Called | null; published: Words | null }
type Edge = { node: Listed; passages: { quote: string }[] }
type Data = { documents: { totalCount: number | null; pageInfo: PageInfo; truncated: Bound | null; edges: Edge[] } }

export function Documents() {
  const { state, go } = useExplorer()
  useTitle('Documents')
  const words = state.own['words'] ?? ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const value = new FormData(event.currentTarget as HTMLFormElement).get('words')
    go({ own: typeof value === 'string' && value.trim() !== '' ? { words: value.trim().slice(0, 200) } : {} })
  }
  return (
    <>
      <h1>Documents</h1>
      <p class="lead">Every statement is quoted from one of these. The works that they name are listed too; of those there is no text on file.</p>
      <form class="filters" onSubmit={submit}>
        <label>
          Words in the text
          <input name="words" type="search" defaultValue={words} key={words} />
        </label>
        <button type="submit">Find</button>
      </form>
      <Listing<Data, Edge>
        id="documents"
        title={words === '' ? 'On file and cited' : `With “${words}”`}
        noun={['document', 'documents']}
        empty="No document holds these words."
        query={query}
        variables={{ text: words || null, first: 50 }}
        pick={({ documents: page }) => ({ items: page.edges, total: page.totalCount, page: page.pageInfo, truncated: page.truncated })}
      >
        {(edges) => <DocumentList edges={edges} />}
      </Listing>
    </>
  )
}

export function DocumentList({ edges }: { edges: Edge[] }) {
  return (
    <ul class="lines">
      {edges.map(({ node, passages }) => (
        <li key={node.id}>
          <DocumentLink work={node} />
          <p class="note">
            {node.publisher && <EntityLink entity={node.publisher} />}
            {node.published && <Foreign>, {node.published.text}</Foreign>}
            {!node.onFile && ' · only cited'}
          </p>
          {passages.slice(0, 2).map((passage, i) => (
            <blockquote class="quote" dir="auto" key={i}>
              {passage.quote}
            </blockquote>
          ))}
        </li>
      ))}
    </ul>
  )
}
